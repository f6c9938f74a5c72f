-- Takes the used properties out of files of N-Quads. What is not written as this program and Oxigraph write it has no property:
-- then the graph is read instead, which knows every way to write a line.

-- A line that begins with subject and predicate, each a plain word; in a line without tabs that is so where no terms touch.
CREATE TEMP MACRO is_plain(line, subject, predicate) AS
    prefix(line, '<') AND NOT contains(subject, '\') AND NOT contains(subject, '><') AND suffix(predicate, '>')
    AND NOT contains(predicate, '"') AND NOT contains(predicate, '><') AND NOT contains(predicate, '\');

-- The database writes each value of these types in one way; where the file has another, the two would differ.
CREATE TEMP MACRO is_usual(words, tail) AS CASE tail
    WHEN ' .' THEN true
    WHEN '^^<http://www.w3.org/2001/XMLSchema#boolean> .' THEN words IN ('true', 'false')
    WHEN '^^<http://www.w3.org/2001/XMLSchema#integer> .' THEN regexp_full_match(words, '0|-?[1-9][0-9]{0,17}')
    WHEN '^^<http://www.w3.org/2001/XMLSchema#date> .' THEN regexp_full_match(words, '[0-9]{4}-[0-9]{2}-[0-9]{2}')
    WHEN '^^<http://www.w3.org/2001/XMLSchema#gYearMonth> .' THEN regexp_full_match(words, '[0-9]{4}-[0-9]{2}')
    WHEN '^^<http://www.w3.org/2001/XMLSchema#gYear> .' THEN regexp_full_match(words, '[0-9]{4}')
    WHEN '^^<http://www.w3.org/2001/XMLSchema#dateTime> .'
        THEN regexp_full_match(words, '[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z')
    ELSE regexp_full_match(tail, '@[A-Za-z0-9-]+ \.') END;

CREATE TEMP MACRO is_escaped_plainly(written) AS regexp_full_match(written, '([^\\]|\\[\\"nrt])*');

INSERT INTO told
WITH split AS (
    SELECT line, split_part(line, ' ', 1) AS subject, split_part(line, ' ', 2) AS predicate
    FROM read_csv(getvariable('files'), columns = {'line': 'VARCHAR'}, header = false, delim = '\t', quote = '', escape = '',
        new_line = '\n', auto_detect = false, max_line_size = 4000000)
),
used AS (
    SELECT line, subject, property, is_plain(line, subject, predicate) AS plain, split_part(line, ' ', 3) AS object
    FROM split LEFT JOIN properties USING (predicate)
    WHERE (property IS NOT NULL OR NOT is_plain(line, subject, predicate)) AND split_part(line, ' ', 3) IS DISTINCT FROM usual
),
parted AS (  -- what follows the words of the object
    SELECT *, prefix(object, '<') AS named, CASE WHEN named THEN split_part(line, ' ', 4) ELSE split_part(line, '"', -1) END AS tail
    FROM used
),
worded AS (
    SELECT *, CASE
        WHEN named THEN split_part(split_part(object, '<', 2), '>', 1)
        WHEN NOT contains(line, '\') THEN split_part(line, '"', 2)
        ELSE line[strpos(line, '"') + 1:length(line) - length(tail) - 1] END AS words
    FROM parted
)
SELECT
    split_part(split_part(subject, '<', 2), '>', 1),
    CASE
        WHEN NOT plain THEN NULL
        WHEN named THEN CASE WHEN tail = '.' AND NOT contains(object, '><') AND NOT contains(object, '\') THEN property END
        WHEN prefix(object, '"') AND is_usual(words, tail) AND (NOT contains(words, '\') OR is_escaped_plainly(words)) THEN property
    END,
    CASE WHEN contains(words, '\') THEN unescaped(words) ELSE words END
FROM worded
WHERE NOT plain OR prefix(object, '<<') OR NOT (named OR prefix(object, '"'))
    OR NOT (prefix(tail, '<') OR contains(tail, ' <'))  -- what is claimed stands in a graph of its own
