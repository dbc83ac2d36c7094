const ONE_PLACE = new Intl.NumberFormat("en-GB", { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const TWO_PLACES = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 2 });
const WHOLE = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 0 });

/**
 * A share, 0 to 1, as a percentage to one place; "–" for null.
 *
 * Never 100% for less than all, nor 0% for something: those read "over 99.9%" and "under 0.1%".
 */
export function percent(share: number | null): string {
  if (share === null) return "–";
  if (share === 0 || share === 1) return `${WHOLE.format(share * 100)}%`;
  if (share < 0.0005) return "under 0.1%";
  if (share >= 0.9995) return "over 99.9%";
  return `${ONE_PLACE.format(share * 100)}%`;
}

/** A share that somebody chose, as a percentage without needless places: 5%, 12.25%. */
export function threshold(share: number): string {
  return `${TWO_PLACES.format(share * 100)}%`;
}
