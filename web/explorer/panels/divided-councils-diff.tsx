import { StateLink } from "../components/links.js";
import { PagedList } from "../components/paged-list.js";
import type { DividedCouncil, DividedCouncils } from "../data/compare.js";

interface DividedCouncilsDiffProps {
  readonly divided: DividedCouncils;
  /** Names of all the later councils. */
  readonly namesAfter: ReadonlySet<string>;
  /** The ids of the editions. */
  readonly before: string;
  readonly after: string;
}

/** The councils no longer divided, still divided and newly divided; councils are matched by name. */
export function DividedCouncilsDiff({ divided, namesAfter, before, after }: DividedCouncilsDiffProps) {
  const { dividedBefore, dividedAfter } = divided;
  const names = (councils: readonly DividedCouncil[]) => new Set(councils.map(({ authority }) => authority.name));
  const [namesThen, namesNow] = [names(dividedBefore), names(dividedAfter)];
  const gone = dividedBefore.filter(({ authority }) => !namesNow.has(authority.name));
  const lists = [
    {
      title: "No longer divided",
      edition: before,
      councils: gone.filter(({ authority }) => namesAfter.has(authority.name)),
    },
    {
      title: "Abolished since",
      edition: before,
      councils: gone.filter(({ authority }) => !namesAfter.has(authority.name)),
    },
    {
      title: "Still divided",
      edition: after,
      councils: dividedAfter.filter(({ authority }) => namesThen.has(authority.name)),
    },
    {
      title: "Newly divided or newly created",
      edition: after,
      councils: dividedAfter.filter(({ authority }) => !namesThen.has(authority.name)),
    },
  ];
  return (
    <>
      {lists
        .filter(({ councils }) => councils.length > 0)
        .map(({ title, edition, councils }) => (
          <section key={title}>
            <h2>
              {title} <span class="count">{councils.length}</span>
            </h2>
            <PagedList
              items={councils.toSorted((a, b) => a.authority.name.localeCompare(b.authority.name))}
              class="names"
            >
              {({ authority: { code, name } }) => (
                <li key={code}>
                  <StateLink to={{ view: "councils", edition, area: code, camera: null }}>{name}</StateLink>
                </li>
              )}
            </PagedList>
          </section>
        ))}
    </>
  );
}
