import { useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { useEffect, useRef } from 'react';

/** Selects the named operation once the editor has read the query; later choices are the user's. */
export function InitialOperation({ name }) {
  const operations = useGraphiQL((state) => state.operations);
  const { setOperationName } = useGraphiQLActions();
  const done = useRef(false);
  useEffect(() => {
    if (done.current || !operations) {
      return;
    }
    done.current = true;
    if (operations.some((operation) => operation.name?.value === name)) {
      setOperationName(name);
    }
  }, [name, operations, setOperationName]);
  return null;
}
