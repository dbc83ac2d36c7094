/** Sends one request to several members and gathers their responses. */
export interface ScatterGather<Member, Value> {
  /** The responses, once every member has responded or has been removed. */
  gather(members: Iterable<Member>): Promise<readonly Value[]>;
  /** Records the response of a member to a request. */
  receive(member: Member, id: number, value: Value): void;
  /** A member has ended: no request waits for it any longer. */
  remove(member: Member): void;
}

interface PendingRequest<Member, Value> {
  readonly waitingFor: Set<Member>;
  readonly values: Value[];
  readonly finish: () => void;
}

/** @param send sends a request to one member */
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
