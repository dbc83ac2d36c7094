/** Asks several members the same and gathers what they answer. */
export interface Gathering<Member, Value> {
  /** Every answer there is, when each of these has answered or is gone. */
  fromAll(members: Iterable<Member>): Promise<readonly Value[]>;
  /** A member's answer to what was asked under a number. */
  answered(member: Member, id: number, value: Value): void;
  /** A member will not answer any more. */
  gone(member: Member): void;
}

interface Question<Member, Value> {
  readonly waitingFor: Set<Member>;
  readonly values: Value[];
  readonly finish: () => void;
}

/** @param ask asks one member, under a number */
export function gathering<Member, Value>(ask: (member: Member, id: number) => void): Gathering<Member, Value> {
  const open = new Map<number, Question<Member, Value>>();
  let askedCount = 0;

  const settled = (id: number, member: Member) => {
    const question = open.get(id);
    if (!question?.waitingFor.delete(member) || question.waitingFor.size > 0) return;
    open.delete(id);
    question.finish();
  };
  return {
    fromAll: (members) =>
      new Promise((resolve) => {
        const id = askedCount++;
        const waitingFor = new Set(members);
        const values: Value[] = [];
        if (waitingFor.size === 0) return resolve(values);
        open.set(id, { waitingFor, values, finish: () => resolve(values) });
        for (const member of [...waitingFor]) ask(member, id);
      }),
    answered: (member, id, value) => {
      const question = open.get(id);
      if (question?.waitingFor.has(member)) question.values.push(value);
      settled(id, member);
    },
    gone: (member) => {
      for (const id of [...open.keys()]) settled(id, member);
    },
  };
}
