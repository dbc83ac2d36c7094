-- One built file: every edition's facts and shapes, never changed after it is written.
-- Areas are square metres on the ellipsoid, lengths and thicknesses metres, positions degrees in WGS 84.

create table build (
  data_version text not null,
  inputs_sha256 text not null
) strict;

-- Editions of a user's own that could not be built: their folders, and every problem of their files.
create table left_out (
  folder text primary key,
  problems text not null
) strict;

create table edition (
  edition_id text primary key,
  title text not null,
  date text not null,
  footprint_kind text not null,
  authority_kind text not null,
  member_kind text not null,
  sliver_tolerance_m real not null,
  population_basis text,
  code_forms text not null, -- JSON list
  layer_code_forms text not null, -- JSON lists by layer
  rating_scheme_title text,
  rating_scheme_date text,
  notes text not null, -- JSON list
  worst_residual real not null
) strict;

-- What each edition was built from, so that the next build can take over what has not changed.
create table built_edition (
  edition_id text primary key references edition,
  position integer not null,
  inputs_sha256 text not null,
  rows_sha256 text not null
) strict;

create table source (
  edition_id text not null references edition,
  position integer not null,
  title text not null,
  publisher text not null,
  licence text not null,
  url text,
  attribution text not null,
  sha256 text,
  primary key (edition_id, position)
) strict, without rowid;

create table footprint (
  edition_id text not null references edition,
  code text not null,
  ods_code text,
  name text not null,
  area_m2 real not null,
  population integer,
  west real not null,
  south real not null,
  east real not null,
  north real not null,
  centre_lon real not null,
  centre_lat real not null,
  primary key (edition_id, code)
) strict, without rowid;

create table authority (
  edition_id text not null references edition,
  code text not null,
  name text not null,
  type text not null,
  is_upper integer not null,
  is_lower integer not null,
  area_m2 real not null,
  population integer,
  west real not null,
  south real not null,
  east real not null,
  north real not null,
  centre_lon real not null,
  centre_lat real not null,
  primary key (edition_id, code)
) strict, without rowid;

create table member (
  edition_id text not null references edition,
  code text not null,
  ods_code text,
  name text not null,
  footprint_code text not null,
  area_m2 real not null,
  population integer,
  west real not null,
  south real not null,
  east real not null,
  north real not null,
  centre_lon real not null,
  centre_lat real not null,
  primary key (edition_id, code),
  foreign key (edition_id, footprint_code) references footprint (edition_id, code)
) strict, without rowid;

create table alias (
  edition_id text not null references edition,
  kind text not null, -- footprint, authority or member: an edition may use one code for two kinds
  code text not null,
  position integer not null,
  alias text not null,
  primary key (edition_id, kind, code, position)
) strict, without rowid;

create table overlap (
  edition_id text not null references edition,
  footprint_code text not null,
  authority_code text not null,
  area_m2 real not null,
  population integer,
  thickness_m real not null,
  outside_thickness_m real not null,
  primary key (edition_id, footprint_code, authority_code),
  foreign key (edition_id, footprint_code) references footprint (edition_id, code),
  foreign key (edition_id, authority_code) references authority (edition_id, code)
) strict, without rowid;

create table footprint_fit (
  edition_id text not null references edition,
  footprint_code text not null,
  tier text not null,
  thickest_disagreement_m real not null,
  uncovered_thickness_m real not null,
  primary key (edition_id, footprint_code, tier),
  foreign key (edition_id, footprint_code) references footprint (edition_id, code)
) strict, without rowid;

create table border (
  edition_id text not null references edition,
  footprint_code text not null,
  other_code text not null,
  length_m real not null,
  primary key (edition_id, footprint_code, other_code),
  foreign key (edition_id, footprint_code) references footprint (edition_id, code),
  foreign key (edition_id, other_code) references footprint (edition_id, code)
) strict, without rowid;

create table scheme_value (
  edition_id text not null references edition,
  position integer not null,
  measure text not null,
  rating text not null,
  label text not null,
  rank integer,
  published_total integer,
  primary key (edition_id, position)
) strict, without rowid;

create table rating (
  edition_id text not null references edition,
  footprint_code text not null,
  measure text not null,
  rating text not null,
  confidence text not null,
  sources text not null, -- JSON list
  primary key (edition_id, footprint_code, measure),
  foreign key (edition_id, footprint_code) references footprint (edition_id, code)
) strict, without rowid;

create table claim (
  edition_id text not null references edition,
  position integer not null,
  claim_id text not null,
  kind text not null,
  subject text,
  reported text not null,
  statement text not null,
  source text not null,
  primary key (edition_id, position)
) strict, without rowid;

create table part (
  edition_id text not null references edition,
  position integer not null,
  footprint_code text not null,
  name text not null,
  member_codes text not null, -- JSON list
  source text not null,
  primary key (edition_id, position),
  foreign key (edition_id, footprint_code) references footprint (edition_id, code)
) strict, without rowid;

create table leader (
  edition_id text not null references edition,
  position integer not null,
  footprint_code text not null,
  name text not null,
  organisation text not null,
  sector text not null,
  source text not null,
  primary key (edition_id, position),
  foreign key (edition_id, footprint_code) references footprint (edition_id, code)
) strict, without rowid;

-- Small areas with their people, each at one point; none where people are not known.
create table block (
  edition_id text not null references edition,
  code text not null,
  lon real not null,
  lat real not null,
  population integer not null,
  primary key (edition_id, code)
) strict, without rowid;

create table quality_check (
  edition_id text not null references edition,
  position integer not null,
  name text not null,
  passed integer not null,
  detail text not null,
  primary key (edition_id, position)
) strict, without rowid;

create table topology (
  edition_id text not null references edition,
  detail text not null,
  topojson text not null,
  primary key (edition_id, detail)
) strict;
