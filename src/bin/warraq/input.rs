//! Files and folders named on the command line.

use std::io::{self, Read};
use std::path::{Path, PathBuf};

use warraq::container::{MAX_FILE_BYTES, check_size};

/// The files meant by the paths, with the names to show; no path at all means standard input.
pub fn files(paths: &[PathBuf]) -> Vec<(String, PathBuf)> {
    if paths.is_empty() {
        return expand(Path::new("-"));
    }
    paths.iter().flat_map(|path| expand(path)).collect()
}

/// A file by its name, or the files of a folder by their paths inside it, sorted.
fn expand(path: &Path) -> Vec<(String, PathBuf)> {
    if !path.is_dir() {
        let name = path
            .file_name()
            .map_or_else(|| path.to_string_lossy(), |n| n.to_string_lossy());
        return vec![(name.into_owned(), path.to_path_buf())];
    }
    let mut inside: Vec<PathBuf> = std::fs::read_dir(path)
        .into_iter()
        .flatten()
        .flatten()
        .map(|e| e.path())
        .collect();
    inside.sort();
    if inside.is_empty() {
        eprintln!("{}: the folder is empty", path.display());
    }
    let folder = path
        .file_name()
        .map(|n| n.to_string_lossy().into_owned())
        .unwrap_or_default();
    inside
        .iter()
        .flat_map(|p| expand(p))
        .map(|(name, p)| (format!("{folder}/{name}"), p))
        .collect()
}

/// The bytes of a file, or of standard input for `-`.
///
/// # Errors
/// Why it cannot be read, for the person.
pub fn read(path: &Path) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    let limit = MAX_FILE_BYTES + 1;
    if path.as_os_str() == "-" {
        io::stdin()
            .lock()
            .take(limit)
            .read_to_end(&mut bytes)
            .map_err(|e| e.to_string())?;
        return Ok(bytes);
    }
    let file = std::fs::File::open(path).map_err(|e| e.to_string())?;
    let size = file.metadata().map_err(|e| e.to_string())?.len();
    check_size(size).map_err(|e| e.to_string())?;
    file.take(limit)
        .read_to_end(&mut bytes)
        .map_err(|e| e.to_string())?;
    Ok(bytes)
}
