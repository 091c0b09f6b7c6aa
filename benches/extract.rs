//! What reading costs: passages, dates and claims of one article, in bytes a second, for a text as short as a report and
//! for one that is many times as long: twice the text should take twice the time.

use std::fs;
use std::hint::black_box;
use std::path::Path;

use criterion::{BatchSize, BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use rashomon_core::model::Input;
use rashomon_ingest::{SourceFile, ingest};

#[expect(
    dead_code,
    reason = "of what the binary carries, the lexicon alone is read"
)]
#[path = "../host/cli/embedded.rs"]
mod embedded;

/// How often the texts of tests/cases are repeated.
const REPEATED: [usize; 3] = [1, 4, 16];

fn extract(criterion: &mut Criterion) {
    let lexicon = embedded::lexicon().expect("a test reads it");
    let mut inputs = articles();
    inputs.sort_by(|a, b| a.article.path.cmp(&b.article.path));
    let texts: Vec<&str> = inputs
        .iter()
        .map(|input| input.article.text.as_str())
        .collect();
    let text = texts.join("\n\n");
    let mut group = criterion.benchmark_group("extract");
    for times in REPEATED {
        let mut input = inputs[0].clone();
        input.article.text = vec![text.as_str(); times].join("\n\n");
        let bytes = input.article.text.len();
        let claims = rashomon_core::read(input.clone(), &lexicon).claims.len();
        assert!(
            claims >= inputs.len(),
            "{claims} claims in {bytes} bytes: there is work to measure"
        );
        group.throughput(Throughput::Bytes(bytes as u64));
        group.bench_function(BenchmarkId::new("read", bytes), |bencher| {
            bencher.iter_batched(
                || input.clone(),
                |input| black_box(rashomon_core::read(input, &lexicon)),
                BatchSize::LargeInput,
            );
        });
    }
    group.finish();
}

/// The articles of tests/cases.
fn articles() -> Vec<Input> {
    let cases = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let files = walkdir::WalkDir::new(cases).into_iter();
    let files = files.map(|entry| entry.expect("a readable folder").into_path());
    files
        .filter(|path| path.extension().is_some_and(|ending| ending == "md"))
        .flat_map(|path| {
            let bytes = fs::read(&path).expect("a readable file");
            let path = path.to_string_lossy();
            let file = SourceFile {
                path: &path,
                bytes: &bytes,
            };
            ingest(&file).expect("an article")
        })
        .collect()
}

criterion_group!(benches, extract);
criterion_main!(benches);
