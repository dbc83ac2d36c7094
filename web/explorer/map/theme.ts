/** The map's own colours; the colours of the data are in format/colours.ts. */
export interface Theme {
  readonly sea: string;
  readonly land: string;
  readonly veil: string;
  readonly veilOpacity: number;
  readonly councilLine: string;
  readonly footprintLine: string;
  readonly bothLine: string;
  readonly selected: string;
  readonly halo: string;
}

export const LIGHT: Theme = {
  sea: "#eef2f6",
  land: "#f7f5f0",
  veil: "#f4f6f8",
  veilOpacity: 0.82,
  councilLine: "#ffffff",
  footprintLine: "#b3124a",
  bothLine: "#22303f",
  selected: "#101828",
  halo: "#ffffff",
};

export const DARK: Theme = {
  sea: "#182030",
  land: "#2b3648",
  veil: "#1d2636",
  veilOpacity: 0.8,
  councilLine: "#2b3648",
  footprintLine: "#ff5c8d",
  bothLine: "#0d131d",
  selected: "#ffffff",
  halo: "#182030",
};
