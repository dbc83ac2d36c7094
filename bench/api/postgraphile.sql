-- The facts of stp-2017 as a PostgreSQL user would keep them, and the question as one function. The plan of a function
-- in PL/pgSQL is kept for the session, where one in SQL is planned for every call.
create schema coterminous;

create table coterminous.footprint (
  code text primary key,
  name text not null,
  area_m2 float8 not null
);

create table coterminous.authority (
  code text primary key,
  name text not null,
  is_upper boolean not null,
  area_m2 float8 not null,
  population int not null
);

create table coterminous.overlap (
  authority_code text not null references coterminous.authority,
  footprint_code text not null references coterminous.footprint,
  area_m2 float8 not null,
  population int not null,
  thickness_m float8 not null,
  primary key (authority_code, footprint_code)
);

create index on coterminous.overlap (footprint_code);

create type coterminous.spanning_overlap as (
  footprint_code text,
  footprint_name text,
  population int,
  share_of_authority_population float8
);

create type coterminous.spanning_authority as (
  code text,
  name text,
  footprint_count int,
  share_outside_main float8,
  "overlaps" coterminous.spanning_overlap[]
);

create function coterminous.spanning_authorities(min_share float8, sliver_tolerance_m float8)
returns setof coterminous.spanning_authority
language plpgsql stable as $$
begin
  return query
  with real_overlap as (
    select
      authority.code as authority_code,
      authority.name as authority_name,
      authority.population as authority_population,
      footprint.code as footprint_code,
      footprint.name as footprint_name,
      overlap.area_m2,
      overlap.population,
      overlap.population / nullif(authority.population, 0)::float8 as share
    from coterminous.overlap
    join coterminous.authority on authority.code = overlap.authority_code
    join coterminous.footprint on footprint.code = overlap.footprint_code
    where authority.is_upper
      and (
        overlap.thickness_m > sliver_tolerance_m
        or overlap.area_m2 > authority.area_m2 / 2
        or overlap.area_m2 > footprint.area_m2 / 2
      )
  ), spanning as (
    select
      authority_code,
      authority_name,
      count(*) filter (where share >= min_share)::int as footprint_count,
      (sum(population) - max(population)) / nullif(authority_population, 0)::float8 as share_outside_main,
      array_agg(
        (footprint_code, footprint_name, population, share)::coterminous.spanning_overlap
        order by population desc, area_m2 desc, footprint_code
      ) filter (where share >= min_share) as spanning_overlaps
    from real_overlap
    group by authority_code, authority_name, authority_population
    having count(*) filter (where share >= min_share) >= 2
  )
  select authority_code, authority_name, footprint_count, share_outside_main, spanning_overlaps
  from spanning
  order by share_outside_main desc, authority_code;
end
$$;
