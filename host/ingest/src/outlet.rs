//! What an outlet is called: one name where files name it by its site in several ways.

use crate::schema_org;

/// The longest number of a port, in digits.
const LONGEST_PORT: usize = 5;

/// The name of an outlet: of an address the site alone, without `www.` and port; other names as they are.
pub(crate) fn name(given: &str) -> String {
    if let Some(site) = schema_org::host(given) {
        return site.to_owned();
    }
    let host = match given.split_once(':') {
        Some((host, port)) if is_port(port) => host,
        _ => given,
    };
    if !is_host(host) {
        return given.to_owned();
    }
    let bare = match host.get(..WWW.len()) {
        Some(start) if start.eq_ignore_ascii_case(WWW) => &host[WWW.len()..],
        _ => host,
    };
    match bare.contains('.') {
        true => bare.to_owned(),
        false => host.to_owned(),
    }
}

/// What stands before the names of many sites.
const WWW: &str = "www.";

fn is_port(words: &str) -> bool {
    let words = words.trim_end_matches('/');
    let digits = words.bytes().all(|b| b.is_ascii_digit());
    !words.is_empty() && words.len() <= LONGEST_PORT && digits
}

/// `harbour.example`: parts of letters, digits and hyphens, joined by points.
fn is_host(words: &str) -> bool {
    let letter = |c: char| c.is_ascii_alphanumeric() || c == '-';
    let mut parts = words.split('.');
    words.contains('.') && parts.all(|part| !part.is_empty() && part.chars().all(letter))
}

#[cfg(test)]
mod tests {
    use super::name;

    #[test]
    fn a_site_has_one_name() {
        for (given, expected) in [
            ("harbour.example", "harbour.example"),
            ("harbour.example:80", "harbour.example"),
            ("www.harbour.example", "harbour.example"),
            ("www.harbour.example:8080", "harbour.example"),
            ("WWW.Harbour.example", "Harbour.example"),
            ("https://www.harbour.example:443/news", "harbour.example"),
            ("Harbour Post", "Harbour Post"),
            ("Channel 5: Harbour", "Channel 5: Harbour"),
            ("News 12:30", "News 12:30"),
            ("St. Anne Courier", "St. Anne Courier"),
            ("www.example", "www.example"),
            ("", ""),
        ] {
            assert_eq!(name(given), expected, "{given}");
        }
    }
}
