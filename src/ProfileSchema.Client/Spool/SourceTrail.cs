using System.Security.Cryptography;
using System.Text;
using ProfileSchema.Client.Bulk;

namespace ProfileSchema.Client.Spool;

/// <summary>
/// A hash over the files that a source made so far and the rows that they account for: two sources with the same trail are the
/// same up to there.
/// </summary>
internal sealed class SourceTrail
{
    public string Hash { get; private set; } = "";

    /// <summary>Goes on over a file.</summary>
    /// <param name="checksum">The checksum of its bytes.</param>
    /// <param name="counts">What the source had given when the file was full.</param>
    public void Pass(OutgoingFile file, string checksum, SourceCounts counts)
    {
        string step = FormattableString.Invariant(
            $"{Hash} {checksum} {file.FirstPosition} {file.EndPosition} {counts.Rejected} {counts.Empty} {counts.Merged}"
        );
        Hash = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(step)));
    }
}
