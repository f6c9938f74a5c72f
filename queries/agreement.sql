-- agreement.rq from the table of statements: one row for each two who share a claim.
WITH said AS (
    SELECT claim, affirms, CASE $by WHEN 'party' THEN party WHEN 'publisher' THEN publisher ELSE source END AS who
    FROM statements
    WHERE claim IS NOT NULL AND stance NOT IN ('asks', 'promises') AND certainty <> 'possible' AND realized
        AND ($since::DATE IS NULL OR coalesce(said_to, published_by) >= $since)
        AND ($until::DATE IS NULL OR coalesce(said_from, published_from) <= $until)
        AND ($as_of::DATE IS NULL OR published_by <= $as_of)
),
speakers AS (  -- numbered by name, so that each two meet once
    SELECT id, name, row_number() OVER (ORDER BY name, id)::INTEGER AS number FROM names
    SEMI JOIN said ON said.who = names.id
    WHERE named
),
linked AS (
    SELECT one AS claim, other, decision FROM links WHERE decision IN ('same', 'contradicts') AND one <> other
    UNION SELECT other, one, decision FROM links WHERE decision IN ('same', 'contradicts') AND one <> other
),
topics AS (  -- claims that say the same count once
    SELECT claim, least(claim, min(other) FILTER (decision = 'same')) AS topic FROM linked GROUP BY claim
),
numbered AS (
    SELECT claim, row_number() OVER ()::INTEGER AS place,
        CASE WHEN topic IS NOT NULL THEN dense_rank() OVER (ORDER BY topic)::INTEGER END AS topic
    FROM (SELECT claim FROM said UNION SELECT claim FROM linked) LEFT JOIN topics USING (claim)
),
stands AS MATERIALIZED (  -- each on each claim once: whether they affirm it, whether they deny it
    SELECT number, place, any_value(topic) AS topic, bool_or(affirms) AS yes, bool_or(NOT affirms) AS no
    FROM said JOIN speakers ON speakers.id = said.who JOIN numbered USING (claim)
    GROUP BY number, place
),
heard AS MATERIALIZED (  -- the same, with what says the same as the claim and what contradicts it
    SELECT number, place, bool_or(yes) AS yes, bool_or(no) AS no, bool_or(against) AS against
    FROM (
        SELECT number, place, yes, no, false AS against FROM stands
        UNION ALL
        SELECT number, near.place, decision = 'same' AND yes, decision = 'same' AND no, decision = 'contradicts' AND yes
        FROM linked JOIN numbered AS near USING (claim) JOIN numbered AS told ON told.claim = linked.other
            JOIN stands ON stands.place = told.place
    )
    GROUP BY number, place
),
meetings AS (
    SELECT a.number AS one, b.number AS other, topic, a.yes AND b.yes OR a.no AND b.no AS agrees,
        a.yes AND (b.no OR b.against) OR a.no AND b.yes AS contradicts
    FROM stands AS a JOIN heard AS b USING (place)
    WHERE a.number < b.number AND (a.yes AND (b.yes OR b.no OR b.against) OR a.no AND (b.yes OR b.no))
),
pairs AS (
    SELECT one, other, count(*)::INTEGER AS shared, count_if(agrees)::INTEGER AS agree,
        count_if(contradicts)::INTEGER AS contradict
    FROM (
        SELECT one, other, agrees, contradicts FROM meetings WHERE topic IS NULL
        UNION ALL
        SELECT one, other, bool_or(agrees), bool_or(contradicts) FROM meetings WHERE topic IS NOT NULL
        GROUP BY one, other, topic
    )
    GROUP BY one, other
    HAVING count(*) >= $shared
)
SELECT first.name AS one, second.name AS other, shared, agree, contradict, first.id AS _left, second.id AS _right
FROM pairs JOIN speakers AS first ON first.number = pairs.one JOIN speakers AS second ON second.number = pairs.other
ORDER BY shared DESC, contradict DESC, first.name, second.name, first.id, second.id
