import { useGraphiQL, useGraphiQLActions } from "@graphiql/react";
import { useEffect, useState } from "react";

/** Once the opened document has been read, makes the named operation the one that runs. Shows nothing. */
export function SelectOperation({ name }: { readonly name: string }) {
  const known = useGraphiQL((state) => state.operations?.some((operation) => operation.name?.value === name) ?? false);
  const { setOperationName } = useGraphiQLActions();
  const [selected, setSelected] = useState(false);
  useEffect(() => {
    if (selected || !known) return;
    setOperationName(name);
    setSelected(true);
  }, [selected, known, name, setOperationName]);
  return null;
}
