import { registerEnumType } from "type-graphql";
import type { ChangeKind } from "../analysis/area-changes.js";

export const ChangeKindEnum: { readonly [Kind in ChangeKind]: Kind } = {
  MERGED: "MERGED",
  SPLIT: "SPLIT",
  REDRAWN: "REDRAWN",
  NEW: "NEW",
  GONE: "GONE",
  RECODED: "RECODED",
  RENAMED: "RENAMED",
  UNCHANGED: "UNCHANGED",
};
registerEnumType(ChangeKindEnum, {
  name: "ChangeKind",
  description: "What became of areas from one edition to another, by their boundaries; slivers do not count.",
  valuesConfig: {
    MERGED: { description: "Two or more whole areas became one." },
    SPLIT: { description: "One area became two or more that are wholly inside it." },
    REDRAWN: { description: "A border moved: the later area is no union and no part of earlier ones, nor the same." },
    NEW: { description: "A later area where there was none." },
    GONE: { description: "An earlier area where there is none now." },
    RECODED: { description: "The same boundary with another code; the name may be another too." },
    RENAMED: { description: "The same boundary and code with another name." },
    UNCHANGED: { description: "The same boundary, code and name." },
  },
});
