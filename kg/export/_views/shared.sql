-- What several views share. `statements` holds what is chosen; `asked` has the base of the graph's ids and whether all is chosen.

CREATE TEMP MACRO brief(iri) AS CASE WHEN starts_with(iri, (SELECT base FROM asked))
    THEN regexp_replace(substr(iri, length((SELECT base FROM asked)) + 1), '/', ':') ELSE iri END;
CREATE TEMP MACRO sized(number) AS least(60, greatest(10, round(10 * sqrt(number))))::INTEGER;  -- an area is a number
CREATE TEMP MACRO tint(side) AS coalesce((SELECT colour FROM colours WHERE name = side), (SELECT pale FROM asked));

CREATE TEMP VIEW told AS SELECT *,
    coalesce(said_from, published_from)::VARCHAR || '/' || coalesce(said_to, published_by)::VARCHAR AS spell,
    published_from::VARCHAR || '/' || published_by::VARCHAR AS printed
FROM statements WHERE claim IS NOT NULL;

-- The chain of each statement, from the speaker's end: of several who passed on the same the first counts, a ring is gone round once.
CREATE TEMP TABLE chains AS
WITH RECURSIVE following AS (
    SELECT reports, min(statement) AS statement, arg_min(source, statement) AS source FROM statements
    WHERE reports IS NOT NULL AND source IS NOT NULL GROUP BY reports
),
leads(said, statement, source, step, seen) AS (
    SELECT reports, statement, source, 1, [reports, statement] FROM following
    WHERE reports IN (SELECT statement FROM told)
    UNION ALL
    SELECT said, nxt.statement, nxt.source, step + 1, list_append(seen, nxt.statement)
    FROM leads JOIN following AS nxt ON nxt.reports = leads.statement WHERE NOT list_contains(seen, nxt.statement)
)
SELECT said, statement, source, step FROM leads;

CREATE TEMP TABLE vias AS
SELECT said, string_agg(name, ' → ' ORDER BY step) AS via FROM chains JOIN names ON names.id = chains.source GROUP BY said;

-- Documents; a link is an address on the web.
CREATE TEMP VIEW shown AS
SELECT id, any_value(headline) AS headline, any_value(local_id) AS local_id, any_value(publisher) AS publisher,
    any_value(published) AS published, any_value(url) FILTER (url SIMILAR TO 'https?://.*') AS url
FROM papers WHERE (SELECT everything FROM asked) OR id IN (SELECT document FROM told) GROUP BY id;

-- Where the place of each claim is: its own degrees, or else those of the nearest place around it.
CREATE TEMP TABLE spots AS SELECT claim, min(place) AS place FROM placed GROUP BY claim;
CREATE TEMP TABLE located AS
WITH RECURSIVE leads(place, spot, steps) AS (
    SELECT DISTINCT place, place, 0 FROM spots
    UNION SELECT leads.place, around.place, steps + 1 FROM leads JOIN around ON around.id = leads.spot WHERE steps < 12
),
nearest AS (
    SELECT place, lat::DOUBLE AS lat, lon::DOUBLE AS lon, spot FROM leads JOIN degrees ON degrees.id = leads.spot
    QUALIFY row_number() OVER (PARTITION BY place ORDER BY steps, spot) = 1
)
SELECT here.place AS id, coalesce(own.name, brief(here.place)) AS name, lat, lon, nullif(near.name, own.name) AS degrees_of
FROM (SELECT DISTINCT place FROM spots) AS here
LEFT JOIN nearest USING (place) LEFT JOIN names AS own ON own.id = here.place LEFT JOIN names AS near ON near.id = spot;

-- Each who speaks, passes on or publishes, with the side that people wrote down, or else the one heard from it most.
CREATE TEMP TABLE speakers AS
WITH heard AS (
    SELECT source AS id, arg_max(party_name, (number, party_name)) AS party FROM (
        SELECT source, party_name, count(*) AS number FROM told WHERE party_name IS NOT NULL GROUP BY ALL) GROUP BY source
),
written AS (SELECT sides.id, min(name) AS party FROM sides JOIN names ON names.id = sides.party GROUP BY sides.id),
called AS (SELECT id, min(class) AS class FROM classes GROUP BY id)
SELECT names.id, names.name, names.named, coalesce(written.party, heard.party) AS party,
    coalesce(split_part(replace(called.class, '#', '/'), '/', -1), 'unknown') AS agent
FROM names LEFT JOIN written USING (id) LEFT JOIN heard USING (id) LEFT JOIN called USING (id);

-- Who affirms each claim: one side gives it its colour, several a mixed one.
CREATE TEMP VIEW affirmed AS
SELECT claim, min(party_name) AS party, count(DISTINCT party_name) + max((party_name IS NULL)::INTEGER) AS parties
FROM told WHERE affirms GROUP BY claim;

CREATE TEMP VIEW voices AS SELECT source AS id, count(*) AS statements, list(DISTINCT spell) AS spells FROM told GROUP BY source;
CREATE TEMP VIEW topics AS SELECT claim AS id, count(*) AS statements, list(DISTINCT spell) AS spells FROM told GROUP BY claim;

-- Claims as nodes; without statements only where all is chosen.
CREATE TEMP VIEW claim_nodes AS
SELECT 2 AS rank, brief(claims.claim) AS id, claims.text AS label, 'claim' AS kind,
    CASE WHEN parties > 1 THEN (SELECT mixed FROM asked) ELSE tint(affirmed.party) END AS colour,
    sized(coalesce(statements, 1)) AS size, spells, claims.text,
    CASE WHEN parties = 1 THEN affirmed.party END AS party, coalesce(statements, 0) AS statements,
    coalesce(verdict, 'unknown') AS verdict, coalesce(origins, 0) AS origins, located.name AS place, lat, lon, degrees_of
FROM claims LEFT JOIN topics ON topics.id = claims.claim LEFT JOIN affirmed ON affirmed.claim = claims.claim
    LEFT JOIN spots ON spots.claim = claims.claim LEFT JOIN located ON located.id = spots.place
WHERE topics.id IS NOT NULL OR (SELECT everything FROM asked);
