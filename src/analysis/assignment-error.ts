import { BadInputError } from "../model/bad-input-error.js";
/** An assignment of a council to a footprint that cannot be carried out. */
export class AssignmentError extends BadInputError {
  override readonly name = "AssignmentError";

  constructor(
    readonly authorityCode: string,
    readonly footprintCode: string,
    readonly reason: string,
  ) {
    super(
      `Cannot assign council ${JSON.stringify(authorityCode)} to footprint ${JSON.stringify(footprintCode)}: ${reason}.`,
    );
  }
}
