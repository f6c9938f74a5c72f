-- One row for each statement that carries a claim, with its source, its document, its claim and where that is.
SELECT told.statement, told.claim, claims.text AS claim_text, coalesce(claims.verdict, 'unknown') AS verdict,
    coalesce(claims.origins, 0) AS origins, source, source_name, named, told.party, party_name, origin, origin_name, interest,
    stance, affirms, certainty, realized, narrated, said_on, said_from, said_to, via, quote, document, document_id, shown.url,
    headline, told.published, published_from, published_by, told.publisher, publisher_name, spots.place,
    located.name AS place_name, lat, lon, degrees_of
FROM told
LEFT JOIN claims ON claims.claim = told.claim
LEFT JOIN vias ON vias.said = told.statement
LEFT JOIN shown ON shown.id = document
LEFT JOIN spots ON spots.claim = told.claim
LEFT JOIN located ON located.id = spots.place
ORDER BY told.statement
