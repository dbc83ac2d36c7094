const THINNEST_M = 1; // thickness is measured to a metre

/** Whether so many square metres have room for a circle of a diameter. Where they have not, nobody need look for one. */
export function holdsCircle(areaM2: number, diameterM = THINNEST_M): boolean {
  return areaM2 >= (Math.PI / 4) * Math.max(THINNEST_M, diameterM) ** 2;
}
