import { BadInputError } from "../model/bad-input-error.js";

interface Refused {
  /** What an authority is called: council. */
  readonly kind: string;
  readonly authorityCode: string;
  readonly footprintCode: string;
  readonly reason: string;
}

/** An assignment of a council to a footprint that cannot be carried out. */
export class AssignmentError extends BadInputError {
  override readonly name = "AssignmentError";

  constructor({ kind, authorityCode, footprintCode, reason }: Refused) {
    const [authority, footprint] = [authorityCode, footprintCode].map((code) => JSON.stringify(code));
    super(`Cannot assign ${kind} ${authority} to footprint ${footprint}: ${reason}.`);
  }
}
