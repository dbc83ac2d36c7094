/**
 * Whether two source lines cite the same article: the same publication (the words before the first comma) of the same
 * month, or of the same year where no month is given. A line may hold several sources, parted by " ; ".
 */
export function citeSameArticle(one: string, other: string): boolean {
  const articles = new Set(articlesOf(one));
  return articlesOf(other).some((article) => articles.has(article));
}

const DATE =
  /(?:(?:January|February|March|April|May|June|July|August|September|October|November|December) )?(?:19|20)\d{2}/;

function articlesOf(sources: string): readonly string[] {
  return sources.split(" ; ").flatMap((source) => {
    const publication = source.split(",")[0]?.trim().toLowerCase();
    const date = DATE.exec(source)?.[0].toLowerCase();
    return publication === undefined || date === undefined ? [] : [`${publication}, ${date}`];
  });
}
