/** A module as it was compiled: threads and processes run JavaScript, also where the program is run from its source. */
export function compiledModule({ href }: URL): URL {
  const place = href.lastIndexOf("/src/");
  return new URL(place === -1 ? href : `${href.slice(0, place)}/dist/${href.slice(place + "/src/".length)}`);
}
