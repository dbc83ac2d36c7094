/** Items by priority, the highest first. */
export interface MaxHeap<Item> {
  push(item: Item, priority: number): void;
  /** The highest priority; minus infinity when empty. */
  highest(): number;
  /** Takes the item with the highest priority out; null when empty. */
  pop(): Item | null;
}

/** An empty binary heap. */
export function heapOf<Item>(): MaxHeap<Item> {
  const heap: { readonly item: Item; readonly priority: number }[] = [];

  return {
    push(item, priority) {
      const added = { item, priority };
      let place = heap.length;
      heap.push(added);
      while (place > 0) {
        const parentPlace = (place - 1) >> 1;
        const parent = heap[parentPlace];
        if (parent === undefined || parent.priority >= priority) break;
        heap[place] = parent;
        place = parentPlace;
      }
      heap[place] = added;
    },
    highest: () => heap[0]?.priority ?? Number.NEGATIVE_INFINITY,
    pop() {
      const top = heap[0];
      const last = heap.pop();
      if (top === undefined || last === undefined) return null;
      if (heap.length === 0) return top.item;
      let place = 0;
      for (;;) {
        let childPlace = 2 * place + 1;
        let child = heap[childPlace];
        if (child === undefined) break;
        const sibling = heap[childPlace + 1];
        if (sibling !== undefined && sibling.priority > child.priority) {
          child = sibling;
          childPlace++;
        }
        if (child.priority <= last.priority) break;
        heap[place] = child;
        place = childPlace;
      }
      heap[place] = last;
      return top.item;
    },
  };
}
