using System.Security.Cryptography;
using System.Text;

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
    /// <param name="leftOut">Rows that are in no file, when the file was full.</param>
    public void Pass(BatchFile file, string checksum, LeftOut leftOut)
    {
        string step = FormattableString.Invariant(
            $"{Hash} {checksum} {file.FirstPosition} {file.EndPosition} {leftOut.Rejected} {leftOut.Empty} {leftOut.Merged}"
        );
        Hash = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(step)));
    }
}

/// <summary>Rows of a source that are in no file.</summary>
internal sealed record LeftOut(long Rejected, long Empty, long Merged);
