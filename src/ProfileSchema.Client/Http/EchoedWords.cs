using System.Buffers;
using System.Text;

namespace ProfileSchema.Client.Http;

/// <summary>
/// The words of a text that a request carried as well, to be taken out of the text (HTTP-2). It is words that are compared, runs
/// of letters and digits: a short id hides no part of a longer word, and however long the request is, it is gone through once.
/// </summary>
internal sealed class EchoedWords
{
    private const string Removed = "[removed]";

    private readonly string _text;
    private readonly HashSet<string> _words = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _found = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Hashes of the words that are ASCII alone, so that hardly a word of a file is made a string.</summary>
    private readonly HashSet<int> _hashes = [];
    private readonly int _longest;

    /// <param name="text">The text, decoded.</param>
    public EchoedWords(string text)
    {
        _text = text;
        foreach ((int start, int end) in WordsOf(text))
        {
            string word = text[start..end];
            _words.Add(word);
            _longest = Math.Max(_longest, word.Length);
            int hash = 0;
            foreach (char c in word)
            {
                hash = Add(hash, (byte)c);
            }

            _hashes.Add(hash);
        }
    }

    /// <summary>Finds the words of an id, a value or a token.</summary>
    public void FindIn(string carried)
    {
        foreach ((int start, int end) in WordsOf(carried))
        {
            Find(carried[start..end]);
        }
    }

    /// <summary>Finds the words of the keys and values of a batch file (BATCH-2, URL-2); its header holds neither.</summary>
    public void FindIn(ReadOnlySequence<byte> file)
    {
        var reader = new SequenceReader<byte>(file);
        reader.TryAdvanceTo((byte)'\n');

        // A letter has at most four bytes as it is sent, decoded.
        byte[] word = new byte[_longest * 4];
        int length = 0;
        int hash = 0;
        bool isAscii = true;
        while (_found.Count < _words.Count && reader.TryRead(out byte next))
        {
            if (next is (byte)'%')
            {
                next = ReadEscaped(ref reader);
            }

            if (char.IsAsciiLetterOrDigit((char)next) || next >= 0x80)
            {
                if (length < word.Length)
                {
                    word[length] = next;
                }

                length++;
                isAscii &= next < 0x80;
                hash = Add(hash, next);
                continue;
            }

            EndWord();
        }

        EndWord();

        void EndWord()
        {
            if (length > 0 && length <= word.Length && (!isAscii || _hashes.Contains(hash)))
            {
                FindIn(Encoding.UTF8.GetString(word, 0, length));
            }

            (length, hash, isAscii) = (0, 0, true);
        }
    }

    /// <summary>The text without the words that were found.</summary>
    public string Remove()
    {
        if (_found.Count == 0)
        {
            return _text;
        }

        var kept = new StringBuilder(_text.Length);
        int at = 0;
        bool isAfterRemoved = false;
        foreach ((int start, int end) in WordsOf(_text))
        {
            string between = _text[at..start];
            bool isRemoved = _found.Contains(_text[start..end]);

            // The parts of one id or token are one gap.
            if (!isRemoved || !isAfterRemoved || between.Any(char.IsWhiteSpace))
            {
                kept.Append(between).Append(isRemoved ? Removed : _text[start..end]);
            }

            isAfterRemoved = isRemoved;
            at = end;
        }

        return kept.Append(_text, at, _text.Length - at).ToString();
    }

    private void Find(string word)
    {
        if (_words.Contains(word))
        {
            _found.Add(word);
        }
    }

    // Letters of both cases have the same hash.
    private static int Add(int hash, byte next) => (hash * 31) + (next | 0x20);

    /// <summary>A byte that stands as it is where no two digits follow the percent sign.</summary>
    private static byte ReadEscaped(ref SequenceReader<byte> reader)
    {
        Span<byte> digits = stackalloc byte[2];
        if (
            !reader.TryCopyTo(digits)
            || !char.IsAsciiHexDigit((char)digits[0])
            || !char.IsAsciiHexDigit((char)digits[1])
        )
        {
            return (byte)'%';
        }

        reader.Advance(2);
        return (byte)((ValueOf(digits[0]) << 4) | ValueOf(digits[1]));
    }

    private static int ValueOf(byte digit) => digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10;

    private static IEnumerable<(int Start, int End)> WordsOf(string text)
    {
        int start = -1;
        for (int i = 0; i <= text.Length; i++)
        {
            // Half of a pair is taken for a letter, as most are that need one.
            bool isInWord = i < text.Length && (char.IsLetterOrDigit(text[i]) || char.IsSurrogate(text[i]));
            if (isInWord && start < 0)
            {
                start = i;
            }
            else if (!isInWord && start >= 0)
            {
                yield return (start, i);
                start = -1;
            }
        }
    }
}
