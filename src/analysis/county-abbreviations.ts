/**
 * Counties as people shorten them, as one would say them in full.
 *
 * @see the traditional postal county abbreviations, Royal Mail Postcode Address File
 */
export const COUNTY_ABBREVIATIONS: ReadonlyMap<string, string> = new Map([
  ["beds", "bedfordshire"],
  ["berks", "berkshire"],
  ["bucks", "buckinghamshire"],
  ["cambs", "cambridgeshire"],
  ["derbys", "derbyshire"],
  ["glos", "gloucestershire"],
  ["hants", "hampshire"],
  ["herts", "hertfordshire"],
  ["lancs", "lancashire"],
  ["leics", "leicestershire"],
  ["lincs", "lincolnshire"],
  ["northants", "northamptonshire"],
  ["notts", "nottinghamshire"],
  ["oxon", "oxfordshire"],
  ["salop", "shropshire"],
  ["staffs", "staffordshire"],
  ["warks", "warwickshire"],
  ["wilts", "wiltshire"],
  ["worcs", "worcestershire"],
  ["yorks", "yorkshire"],
]);
