-- The tables of a graph, from what `build.py` read of it. Values of kg: are written without the prefix.

CREATE TEMP MACRO plain(iri) AS split_part(iri, '#', 2);
CREATE TEMP MACRO first_day(day) AS
    try_cast(CASE length(day) WHEN 4 THEN day || '-01-01' WHEN 7 THEN day || '-01' ELSE day END AS DATE);
CREATE TEMP MACRO last_of(day) AS
    try_cast(CASE length(day) WHEN 4 THEN day || '-12-31' WHEN 7 THEN last_day((day || '-01')::DATE)::VARCHAR ELSE day END AS DATE);

CREATE TABLE names AS
SELECT id, name, coalesce(named, 'true') = 'true' AS named FROM named WHERE name IS NOT NULL;

CREATE TABLE claims AS
SELECT id AS claim, text, plain(verdict) AS verdict, origins::INTEGER AS origins FROM described WHERE text IS NOT NULL;

CREATE TABLE wordings AS SELECT id AS claim, value AS words FROM worded SEMI JOIN claims ON claim = id;

CREATE TABLE links AS
SELECT one, other, plain(decision) AS decision FROM judged WHERE taken_back IS NULL AND decision IS NOT NULL;

CREATE TABLE opposed AS SELECT id AS party, value AS other FROM pairs;

-- The side that a judgement gives a source, where no person says that it is not on it.
CREATE TEMP TABLE sides AS
SELECT one AS agent, min(other) AS party FROM links AS told
WHERE decision = 'memberOf' AND NOT EXISTS (
    FROM links WHERE links.one = told.one AND links.other = told.other AND links.decision = 'notMemberOf')
GROUP BY one;

CREATE TEMP TABLE quotes AS
SELECT quoting.id, string_agg(exact, ' … ' ORDER BY start::INTEGER, exact) AS quote, min(start::INTEGER) AS position
FROM quoting JOIN spans ON spans.id = quoting.value WHERE start IS NOT NULL AND exact IS NOT NULL GROUP BY quoting.id;

CREATE TABLE statements AS
SELECT
    said.id AS statement, said.claim, said.reports, said.document, published.local_id AS document_id, published.url,
    said.source, speaker.name AS source_name, coalesce(speaker.named, false) AS named,
    coalesce(said.party, sides.party) AS party, side.name AS party_name,
    said.origin, behind.name AS origin_name, coalesce(plain(said.interest), 'unknown') AS interest,
    coalesce(plain(said.stance), 'asserts') AS stance, coalesce(said.affirms, 'true') = 'true' AS affirms,
    coalesce(plain(said.certainty), 'certain') AS certainty, coalesce(said.realized, 'true') = 'true' AS realized,
    coalesce(said.narrated, 'false') = 'true' AS narrated,
    said.said_on, first_day(said.said_on) AS said_from, last_of(said.said_on) AS said_to,
    published.published, first_day(published.published) AS published_from, last_of(published.published) AS published_by,
    published.publisher, outlet.name AS publisher_name, published.carrier,
    quotes.quote, coalesce(quotes.position, 0) AS position
FROM said
LEFT JOIN published ON published.id = said.document
LEFT JOIN names AS speaker ON speaker.id = said.source
LEFT JOIN sides ON sides.agent = said.source
LEFT JOIN names AS side ON side.id = coalesce(said.party, sides.party)
LEFT JOIN names AS behind ON behind.id = said.origin
LEFT JOIN names AS outlet ON outlet.id = published.publisher
LEFT JOIN quotes ON quotes.id = said.id
WHERE said.document IS NOT NULL OR said.claim IS NOT NULL;

DROP TABLE said; DROP TABLE published; DROP TABLE described; DROP TABLE judged; DROP TABLE named; DROP TABLE spans;
DROP TABLE pairs; DROP TABLE quoting; DROP TABLE worded; DROP TABLE quotes; DROP TABLE sides;
