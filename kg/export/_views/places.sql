-- Claims that name a place, with who speaks to them and when.
WITH spoken AS (
    SELECT claim, list_sort(list(DISTINCT source_name) FILTER (affirms AND source_name IS NOT NULL)) AS affirmed_by,
        list_sort(list(DISTINCT source_name) FILTER (NOT affirms AND source_name IS NOT NULL)) AS denied_by,
        min(coalesce(said_from, published_from))::VARCHAR AS first_day, max(coalesce(said_to, published_by))::VARCHAR AS last_day
    FROM told GROUP BY claim
)
SELECT claim_nodes.id, text, verdict, origins, statements, party, affirmed_by, denied_by, first_day, last_day,
    brief(spots.place) AS place, claim_nodes.place AS place_name, lat, lon, degrees_of, colour AS "marker-color"
FROM spots JOIN claim_nodes ON claim_nodes.id = brief(spots.claim) LEFT JOIN spoken ON spoken.claim = spots.claim
ORDER BY claim_nodes.id
