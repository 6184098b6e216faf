using System.Globalization;

namespace ChatRoom.Server.Accounts;

/// <summary>
/// The tables of Unicode 3.2 on which SASLprep is defined (RFC 4013, RFC 3454), from an embedded text. Our programs have no culture data
/// (InvariantGlobalization), where the runtime's own normalisation leaves everything as it is. Read when the first password needs them.
/// </summary>
internal sealed class PrepTables
{
    private static readonly Lazy<PrepTables> Loaded = new(() => new PrepTables(Read()));

    private readonly Dictionary<string, (int First, int Last)[]> _ranges = [];
    private readonly Dictionary<int, int> _classes = [];
    private readonly Dictionary<int, int[]> _decompositions = [];
    private readonly Dictionary<(int, int), int> _compositions = [];

    private PrepTables(string text)
    {
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words[0] == "decompose")
                ReadDecompositions(words[1..]);
            else if (words[0] == "compose")
                ReadCompositions(words[1..]);
            else if (words[0].StartsWith("ccc", StringComparison.Ordinal))
                ReadClass(int.Parse(words[0].AsSpan(3), CultureInfo.InvariantCulture), words[1..]);
            else
                _ranges[words[0]] = [.. words[1..].Select(Range)];
        }
    }

    public static PrepTables Current => Loaded.Value;

    public bool Is(string table, int letter)
    {
        var ranges = _ranges[table];
        var (low, high) = (0, ranges.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (letter < ranges[middle].First)
                high = middle - 1;
            else if (letter > ranges[middle].Last)
                low = middle + 1;
            else
                return true;
        }
        return false;
    }

    public int ClassOf(int letter) => _classes.GetValueOrDefault(letter);

    public int[]? DecompositionOf(int letter) => _decompositions.GetValueOrDefault(letter);

    public int? CompositionOf(int first, int second) => _compositions.TryGetValue((first, second), out var composed) ? composed : null;

    private static string Read()
    {
        using var stream = typeof(PrepTables).Assembly.GetManifestResourceStream("saslprep.txt")
            ?? throw new InvalidOperationException("The program was built without saslprep.txt.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private void ReadDecompositions(string[] words)
    {
        foreach (var word in words)
        {
            var parts = word.Split(':');
            _decompositions[Hex(parts[0])] = [.. parts[1].Split(',').Select(Hex)];
        }
    }

    private void ReadCompositions(string[] words)
    {
        foreach (var word in words)
        {
            var parts = word.Split(',', ':');
            _compositions[(Hex(parts[0]), Hex(parts[1]))] = Hex(parts[2]);
        }
    }

    private void ReadClass(int number, string[] words)
    {
        foreach (var (first, last) in words.Select(Range))
        {
            for (var letter = first; letter <= last; letter++)
                _classes[letter] = number;
        }
    }

    private static (int First, int Last) Range(string word)
    {
        var dash = word.IndexOf('-', StringComparison.Ordinal);
        return dash < 0 ? (Hex(word), Hex(word)) : (Hex(word[..dash]), Hex(word[(dash + 1)..]));
    }

    private static int Hex(string word) => int.Parse(word, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
