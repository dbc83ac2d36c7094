/** Asks several members the same and gathers what they answer. */
export interface ScatterGather<Member, Value> {
  /** Every answer there is, when each of these has answered or is gone. */
  gather(members: Iterable<Member>): Promise<readonly Value[]>;
  /** A member's answer to what was asked under a number. */
  receive(member: Member, id: number, value: Value): void;
  /** A member will not answer any more. */
  remove(member: Member): void;
}

interface PendingRequest<Member, Value> {
  readonly waitingFor: Set<Member>;
  readonly values: Value[];
  readonly finish: () => void;
}

/** @param send asks one member, under a number */
export function scatterGather<Member, Value>(send: (member: Member, id: number) => void): ScatterGather<Member, Value> {
  const pending = new Map<number, PendingRequest<Member, Value>>();
  let requestCount = 0;

  const settle = (id: number, member: Member) => {
    const request = pending.get(id);
    if (!request?.waitingFor.delete(member) || request.waitingFor.size > 0) return;
    pending.delete(id);
    request.finish();
  };
  return {
    gather: (members) =>
      new Promise((resolve) => {
        const id = requestCount++;
        const waitingFor = new Set(members);
        const values: Value[] = [];
        if (waitingFor.size === 0) return resolve(values);
        pending.set(id, { waitingFor, values, finish: () => resolve(values) });
        for (const member of [...waitingFor]) send(member, id);
      }),
    receive: (member, id, value) => {
      const request = pending.get(id);
      if (request?.waitingFor.has(member)) request.values.push(value);
      settle(id, member);
    },
    remove: (member) => {
      for (const id of [...pending.keys()]) settle(id, member);
    },
  };
}
