//! ZIP archives (APPNOTE 6.3): what is in them, unpacked one file at a time under limits that hold whatever the archive declares.

use miniz_oxide::inflate::{TINFLStatus, decompress_to_vec_with_limit};
use rawzip::{CompressionMethod, ZipArchive, ZipArchiveEntryWayfinder, ZipSliceArchive};

use super::{Budget, Failure, Found, Level, MAX_FILE_BYTES, MAX_MEMBERS, MAX_UNPACKED_BYTES, path};
use crate::error::{Error, Notice};

/// Most that a file may grow by when unpacked: DEFLATE makes text some three to ten times smaller, the XML of sparse sheets a hundred.
pub(super) const MAX_RATIO: u64 = 250;
/// Files up to so many bytes may grow by more.
const SMALL: u64 = 1 << 20;

/// An archive, and where its files stand in it.
pub(super) struct Archive {
    archive: ZipSliceArchive<Vec<u8>>,
    entries: Vec<Entry>,
}

/// A file in an archive.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    /// Its path, as [`path::safe`] gives it.
    pub path: String,
    /// Whether the path as it stands in the archive climbs out of its folder.
    climbs: bool,
    encrypted: bool,
    method: CompressionMethod,
    place: ZipArchiveEntryWayfinder,
}

const BROKEN: Error = Error::Broken("the ZIP archive");

impl Archive {
    /// Reads the list of files.
    ///
    /// # Errors
    /// [`Error::Broken`]; [`Error::Empty`] where there is none; [`Error::TooMany`].
    pub fn open(bytes: Vec<u8>) -> Result<Self, Error> {
        let archive = ZipArchive::from_slice(bytes).map_err(|_| BROKEN)?;
        let mut entries = Vec::new();
        let mut records = archive.entries();
        for number in 0.. {
            let Some(record) = records.next_entry().map_err(|_| BROKEN)? else {
                break;
            };
            if number >= MAX_MEMBERS {
                return Err(Error::TooMany(MAX_MEMBERS));
            }
            let (path, climbs) = path::safe(record.file_path().as_bytes());
            if record.is_dir() || path.is_empty() {
                continue;
            }
            entries.push(Entry {
                path,
                climbs,
                encrypted: record.flags().is_encrypted(),
                method: record.compression_method(),
                place: record.wayfinder(),
            });
        }
        if entries.is_empty() {
            return Err(Error::Empty);
        }
        Ok(Archive { archive, entries })
    }

    /// The file of that path.
    pub fn find(&self, path: &str) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.path == path)
    }

    /// The bytes of the file of that path, if there is one.
    pub fn get(&self, path: &str, budget: &mut Budget) -> Option<Result<Vec<u8>, Error>> {
        self.find(path).map(|entry| self.unpack(entry, budget))
    }

    /// The text of the XML file of that path, as UTF-8.
    pub fn xml(&self, path: &str, budget: &mut Budget) -> Option<Result<String, Error>> {
        let bytes = self.get(path, budget)?;
        Some(bytes.map(|bytes| super::xml::decode(&bytes)))
    }

    /// Unpacks a file.
    ///
    /// # Errors
    /// [`Error::Encrypted`], [`Error::UnknownPacking`], [`Error::ZipBomb`], [`Error::TooLarge`], [`Error::TooMuch`], and
    /// [`Error::Broken`] where its check sum is wrong, too.
    pub fn unpack(&self, entry: &Entry, budget: &mut Budget) -> Result<Vec<u8>, Error> {
        if entry.encrypted {
            return Err(Error::Encrypted);
        }
        let found = self.archive.get_entry(entry.place).map_err(|_| BROKEN)?;
        let packed = found.data();
        let ratio = (packed.len() as u64).saturating_mul(MAX_RATIO).max(SMALL);
        let most = ratio.min(MAX_FILE_BYTES).min(budget.bytes) as usize + 1;
        let bytes = match entry.method {
            CompressionMethod::STORE => packed.get(..most).unwrap_or(packed).to_vec(),
            CompressionMethod::DEFLATE => match decompress_to_vec_with_limit(packed, most) {
                Ok(bytes) => bytes,
                Err(stopped) if stopped.status == TINFLStatus::HasMoreOutput => stopped.output,
                Err(_) => return Err(BROKEN),
            },
            _ => return Err(Error::UnknownPacking),
        };
        let size = bytes.len() as u64;
        if size > budget.bytes {
            return Err(Error::TooMuch(MAX_UNPACKED_BYTES));
        }
        if size > MAX_FILE_BYTES {
            return Err(Error::TooLarge {
                size: size.max(entry.place.uncompressed_size_hint()),
                limit: MAX_FILE_BYTES,
            });
        }
        if size > ratio {
            return Err(Error::ZipBomb(MAX_RATIO));
        }
        let said = found.claim_verifier();
        if (said.uncompressed_size, said.crc) != (size, check_sum(&bytes)) {
            return Err(BROKEN);
        }
        budget.bytes -= size;
        Ok(bytes)
    }
}

/// The CRC-32 of APPNOTE 4.4.7, four bits at a time: the usual tables for eight bytes at once are 16 KB that do not compress.
fn check_sum(bytes: &[u8]) -> u32 {
    const POLYNOMIAL: u32 = 0xEDB8_8320;
    let table: [u32; 16] =
        std::array::from_fn(|i| (0..4).fold(i as u32, |rest, _| (rest >> 1) ^ (POLYNOMIAL * (rest & 1))));
    let step =
        |sum: u32, bits: u32| (sum >> 4) ^ table.get(((sum ^ bits) & 15) as usize).copied().unwrap_or(0);
    !bytes.iter().fold(!0, |sum, byte| {
        let byte = u32::from(*byte);
        step(step(sum, byte), byte >> 4)
    })
}

fn unsafe_path() -> Notice {
    Notice {
        code: "unsafe-path",
        message: "its path leads out of the archive's folder: the parts that do so are left out of its name"
            .into(),
    }
}

/// An archive of articles, read file by file.
pub(super) struct Folder {
    name: String,
    archive: Archive,
    next: usize,
}

impl Folder {
    pub fn new(name: String, mut archive: Archive) -> Self {
        archive.entries.retain(|entry| !path::is_systems_own(&entry.path));
        Folder {
            name,
            archive,
            next: 0,
        }
    }
}

impl Level for Folder {
    fn next(&mut self, budget: &mut Budget) -> Option<Found> {
        let entry = self.archive.entries.get(self.next)?;
        self.next += 1;
        let name = format!("{}/{}", self.name, entry.path);
        Some(match self.archive.unpack(entry, budget) {
            Ok(bytes) => Found::File(name, bytes, entry.climbs.then(unsafe_path)),
            Err(error) => Found::Failure(Failure { name, error }),
        })
    }

    fn left(&self) -> usize {
        self.archive.entries.len() - self.next
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_check_sum_is_that_of_the_standard() {
        assert_eq!(check_sum(b"123456789"), 0xCBF4_3926);
        assert_eq!(check_sum("خبر".as_bytes()), rawzip::crc32("خبر".as_bytes()));
    }
}
