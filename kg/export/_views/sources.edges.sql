-- Each two sources have an edge if they agree on anything, and another if they contradict each other: `pairs` is `kg agreement`.
WITH numbered AS (
    SELECT least(brief(_left), brief(_right)) AS one, greatest(brief(_left), brief(_right)) AS other, shared, agree, contradict
    FROM pairs
)
SELECT kind || ':' || one || ':' || other AS id, one AS start, other AS "end", kind || ' ' || weight AS label, kind, colour, weight, [] AS spells,
    shared, agree, contradict
FROM (
    SELECT *, 'agrees' AS kind, agree AS weight, agreeing AS colour FROM numbered, asked
    UNION ALL SELECT *, 'contradicts', contradict, against FROM numbered, asked
)
WHERE weight > 0 ORDER BY kind, id
