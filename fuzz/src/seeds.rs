//! Where mutation begins: small inputs of each kind, written for this, and the words of the format.

/// The inputs of a target, by its name.
pub fn inputs(target: &str) -> Vec<Vec<u8>> {
    let texts: &[&str] = match target {
        "html" => &[PAGE, LIVE_PAGE, XHTML],
        "json" => &[JSON, GRAPH, LIVE_JSON],
        "jsonl" => &[LINES, JSON],
        "claims" => &[CLAIMS],
        "markdown" => &[MARKDOWN, TEXT],
        "extraction" => &[PAIR, TEXT, WIRE],
        _ => &[TEXT, PASTED, LIVE_TEXT, WIRE, MARKDOWN],
    };
    let mut inputs: Vec<Vec<u8>> = texts.iter().map(|text| text.as_bytes().to_vec()).collect();
    if target == "text" {
        inputs.push(TEXT.encode_utf16().flat_map(u16::to_le_bytes).collect());
        inputs.push(TEXT.replace('é', "\u{c3}\u{a9}").into_bytes());
        inputs.push(
            TEXT.chars()
                .map(|c| u8::try_from(u32::from(c)).unwrap_or(0x93))
                .collect(),
        );
    }
    inputs
}

/// Words that mean something to a target's reader.
pub fn words(target: &str) -> Vec<&'static str> {
    let own: &[&str] = match target {
        "html" => &[
            "<p>",
            "</p>",
            "<div class=live>",
            "</div>",
            "<script type=application/ld+json>",
            "</script>",
            "<!--",
            "-->",
            "<table><tr><td>",
            "<meta name=date content=\"",
            "<time datetime='2021-05-03T08:00Z'>",
            "&amp;",
            "&#x202e;",
            "&#1114112;",
            "<![CDATA[",
            "<svg><title>",
            "<template>",
            "<noscript>",
            "<b><i>",
            "<br>",
            "itemprop=liveBlogUpdate",
            "{\"@type\":\"NewsArticle\",",
            "<plaintext>",
            "<frameset>",
            "<select><option>",
            "\u{0}",
            "<math><mi>",
        ],
        "json" | "jsonl" => &[
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "\"",
            "\\u0000",
            "\\ud83d",
            "\\n",
            "null",
            "1e999",
            "-0",
            "\"@graph\":[",
            "\"@type\":\"NewsArticle\"",
            "\"articleBody\":\"",
            "\"datePublished\":\"2021-05-03\"",
            "\"liveBlogUpdate\":[",
            "\"pubstatus\":\"canceled\"",
            "\"@id\":\"#a\"",
            "//",
            "/*",
            "<p>",
            "&quot;",
            "\n",
            "\"id\":\"",
        ],
        "claims" => &[
            "\"schema\":\"rashomon/claims/1\"",
            "\"quote\":\"",
            "\"by_hand\":true",
            "\"void\":true",
            "\"start\":",
            "\"end\":",
            "18446744073709551615",
            "-1",
            "\"part_of\":\"",
            "null",
            "[]",
            "{}",
            "\"2017-03-20\"",
            "\"9999-12-31T23:59\"",
            "\"low\":\"",
            "\"entries\":[",
            "\n",
            "é",
            "\"kind\":\"quotation\"",
        ],
        _ => &[],
    };
    [own, &COMMON].concat()
}

const COMMON: [&str; 54] = [
    "\n\n",
    "\n",
    " ",
    "\r\n",
    "---\n",
    "+++\n",
    "title: ",
    "published: 2021-05-03\n",
    "=====\n",
    "# ",
    "“",
    "”",
    "\"",
    "'",
    "’",
    "(",
    ")",
    "—",
    "--",
    "said",
    "killed",
    "wounded",
    "at least",
    "more than",
    "including",
    "of them",
    "26",
    "1,200",
    "2.5",
    "dozens of",
    "two",
    "half a million",
    "99999999999999999999",
    "0",
    "%",
    "people",
    "soldiers",
    "rebels",
    "civilians",
    "on Sunday",
    "3 May 2021",
    "00:20 GMT\n\n",
    "last year",
    "according to",
    "the army",
    "did not",
    "\u{200b}",
    "\u{202e}",
    "２６",
    "٢٦",
    "e\u{301}",
    "\u{feff}",
    "OSK, May 3 (Coast) -- ",
    "<b>",
];

const TEXT: &str = "Shells hit market of Osk\nBy Ada Lind\n3 May 2021\n\nAt least 14 people were killed and more than 30 wounded when \
shells hit the market of Osk on Sunday, the governor said. Six of them were children, according to the café’s owner.\n\n\
“We ran,” said a witness. “Nobody helped us for two hours.”\n\nThe army denied that its guns had fired. Rebels retook the \
village of Marn last week and captured 12 soldiers.\n";

const PAIR: &str = "Shells hit market of Osk\n\n3 May 2021\n\nAt least 14 people were killed when shells hit the market of Osk on \
Sunday, the governor said.\u{0}Market shelled\n\n4 May 2021\n\nThe shelling of the market of Osk on 2 May killed nineteen people, \
among them five soldiers, the Coast Monitor said. Up to 40 were wounded.";

const WIRE: &str = "QUAY-SHELLING-1STLD\n\nOSK, 3 MAY 21 (COAST AGENCY) -- [TEXT] AT LEAST SIX SOLDIERS WERE KILLED AND TWO \
PEASANTS KIDNAPPED WHEN GUERRILLAS ATTACKED THE BARRACKS OF OSK, THE HIGH COMMAND SAID. \"WE LOST NO POSITION,\" COLONEL RAMON \
VELA TOLD RADIO TROPICAL.\n\nMill burns\n\nMARN, May 3 (Hill Agency) -- Nine people died.\n";

const PASTED: &str = "---\noutlet: Harbour Post\npublished: 2021-05-03\n---\nQuay hit\n\nTwo men were hurt.\n\n=====\n\nSource: River Times\n\
Date: 4 May 2021\nShells on the quay\n\nThree men were hurt.\n\n+++\noutlet = \"Delta Mail\"\n+++\nQuay again\n\nNobody died.\n";

const LIVE_TEXT: &str = "---\npublished: 2021-05-03\n---\nQuay: live\n\n00:20 GMT\n\nThree men are dead.\n\n23:50 GMT\n\nTwo men are dead.\n\n\
9.05pm GMT\n\nShells hit the quay.\n";

const MARKDOWN: &str = "+++\noutlet = \"River Times\"\ntitle = \"Jets strike\"\npublished = 2021-05-03T18:00:00+02:00\n+++\n# Jets *strike*\n\n\
> A [quay](https://a.example/x_(y)) was hit; **14** people died.\n\nMore\n====\n\n* one\n* two `code` <https://a.example>\n";

const PAGE: &str = "<!DOCTYPE html><!-- saved from url=(0022)https://hill.example/m --><html lang=en><head><meta charset=utf-8>\
<title>Mill burns</title><link rel=canonical href=https://hill.example/2021/05/03/mill><meta property=article:published_time \
content=2021-05-03T08:00:00+02:00><script type=\"application/ld+json\">{\"@graph\":[{\"@type\":[\"NewsArticle\"],\"headline\":\"Mill burns\",\
\"datePublished\":\"2021-05-03\",\"dateModified\":\"2021-05-04\",\"author\":[{\"@id\":\"#a\"}],\"publisher\":{\"name\":\"Hill Courier\"},},\
{\"@id\":\"#a\",\"name\":\"By Ada Lind\"}]}</script></head><body><nav><ul><li><a href=/>Home</a></ul></nav><article><h1>Mill burns</h1>\
<time datetime=2021-05-03>today</time><p>At least fourteen workers were killed on Sunday night when fire swept through the mill at Osk, \
the brigade said.<p>Thirty more &mdash; all women &mdash; were hurt, according to <b>medics</b>.</article><footer>© Hill</footer></body></html>";

const LIVE_PAGE: &str = "<html><body><div itemscope><h1>Mill fire: live</h1><div itemprop=liveBlogUpdate><time datetime=2021-05-03T08:00Z>8:00</time>\
<p>Fourteen are dead.</div><div itemprop=liveBlogUpdate><time datetime=2021-05-02T23:10Z>11:10 pm</time><p>Nine are dead.</div><div \
itemprop=liveBlogUpdate><p>Fire at the mill.</div></div></body></html>";

const XHTML: &str = "<?xml version='1.0'?><!DOCTYPE html [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]><html xmlns='http://www.w3.org/1999/xhtml'>\
<head><script type='application/ld+json'>//<![CDATA[\n{\"@type\":\"NewsArticle\"}\n//]]></script></head><body><table><tr><td><p>Six men &b; \
died.</p></td></tr></table><noscript>Please enable JavaScript.</noscript></body></html>";

const JSON: &str = r##"{"@context":"https://schema.org","@type":"NewsArticle","headline":"Mill burns &amp; falls","articleBody":"At least 14 people died on Sunday, the brigade said.\n\nSix were children.","datePublished":"2021-05-03T08:00:00+02:00","dateModified":"2021-05-04","author":[{"@type":"Person","name":"Ada Lind"}],"publisher":{"@type":"Organization","name":"Hill Courier"},"url":"https://hill.example/mill","inLanguage":"en","isBasedOn":{"name":"Coast Agency"}}"##;

const GRAPH: &str = r##"{"@graph":[{"@type":["Report"],"name":"Quay hit","text":["Two men died.","One fled."],"publisher":{"@id":"#p"},"published":1620000000},{"@id":"#p","name":"Harbour Post"}],"articles":[{"title":"Quay","content_html":"<p>Two men &lt;died&gt;.</p>","pubstatus":"usable","firstcreated":"20210503T080000Z"}]}"##;

const LIVE_JSON: &str = r##"{"@type":"LiveBlogPosting","headline":"Mill fire: live","datePublished":"2021-05-02","liveBlogUpdate":[{"headline":"Fourteen dead","datePublished":"2021-05-03T08:00+02:00","articleBody":"<p>The brigade says 14 are dead.</p>"},{"datePublished":"2021-05-02T23:10+02:00","articleBody":"Nine are dead."}]}"##;

const LINES: &str = "{\"title\":\"Quay hit\",\"text\":\"Two men died.\",\"outlet\":\"Harbour Post\",\"published\":\"2021-05-03\"}\nbroken\n{\"id\":\"r-7\",\
\"headline\":\"Mill burns\",\"articleBody\":\"Six died.\",\"pubstatus\":\"withheld\"}\n{\"a\":1}\n";

const CLAIMS: &str = r##"{"schema":"rashomon/claims/1","article":{"id":"hp","outlet":"Harbour Post","title":"Quay hit","published":"2021-05-03T18:00+02:00","language":"en","path":"hp.md","sha256":"","text":"Quay hit\n\nAt least 14 men died on Sunday, the café said. Six were soldiers.","entries":[{"start":10,"end":30,"at":"2021-05-03T18:00"}],"passages":[{"kind":"headline","start":0,"end":8},{"kind":"paragraph","n":1,"start":10,"end":77}]},"claims":[{"id":"hp/aaaa","predicate":"killed","polarity":"affirmed","voice":"outlet","quantity":{"text":"At least 14","low":"14","high":null,"form":"at-least","unit":"person"},"time":{"text":"on Sunday","start":"2021-05-02","end":"2021-05-02","basis":"said"},"attribution":[{"source":"the café","kind":"witness","cue":"said"}],"certainty":"reported","evidence":{"start":10,"end":38,"quote":"At least 14 men died on Sunda"}},{"predicate":"killed","quote":"Six were soldiers","part_of":"hp/aaaa","corrected_by":"A. Beck"},{"predicate":"wounded","by_hand":true}],"notices":[{"code":"x","message":"y","start":0,"end":4}]}"##;
