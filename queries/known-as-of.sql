-- known-as-of.rq from the table of statements.
-- ids: claim
-- without: claim
SELECT claims.text AS claim_text, count(DISTINCT source) FILTER (affirms) AS affirmed_by,
    count(DISTINCT source) FILTER (NOT affirms) AS denied_by, min(published) AS first_published, claim
FROM statements JOIN claims USING (claim)
WHERE left(published, length($day)) <= $day AND source IS NOT NULL
GROUP BY claim, claims.text
ORDER BY affirmed_by DESC, denied_by DESC, claim_text, claim
