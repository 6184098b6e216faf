using System.Security.Cryptography;
using System.Text;
using ChatRoom.Domain.Events;

namespace ChatRoom.Server.Accounts;

/// <summary>
/// One SCRAM-SHA-256 exchange, the server's side (RFC 5802 section 3): what the client said first, what it was told, and whether its proof
/// fits a form of the verifier. The password never comes here.
/// </summary>
/// <param name="Header">The client's first words, which it repeats: that it binds to no channel, and perhaps for whom it acts.</param>
/// <param name="Name">Whose account it is.</param>
/// <param name="Bare">Its first message without the header.</param>
/// <param name="Nonce">Its nonce, and ours behind it once that is there.</param>
public sealed record ScramExchange(string Header, string Name, string Bare, string Nonce)
{
    /// <summary>What the client was told; empty before it was.</summary>
    public string Told { get; private init; } = "";

    public Verifier? Verifier { get; private init; }

    /// <summary>Null for what is no first message, or one that wants what is not here.</summary>
    public static ScramExchange? Begin(string first)
    {
        ArgumentNullException.ThrowIfNull(first);
        if (first.Split(',', 3) is not [var binding, var forWhom, var bare] || binding is not ("n" or "y"))
            return null;
        if (bare.Split(',') is not [var name, var nonce, ..] || !name.StartsWith("n=", StringComparison.Ordinal) || !nonce.StartsWith("r=", StringComparison.Ordinal))
            return null;
        if (Unescaped(name[2..]) is not { Length: > 0 } who || nonce.Length == 2 || !nonce.All(c => c is > ' ' and < '\u007f'))
            return null;
        var isForItself = forWhom.Length == 0 || (forWhom.StartsWith("a=", StringComparison.Ordinal)
            && string.Equals(Unescaped(forWhom[2..]), who, StringComparison.OrdinalIgnoreCase));
        return isForItself ? new ScramExchange($"{binding},{forWhom},", who, bare, nonce[2..]) : null;
    }

    public ScramExchange Tell(Verifier verifier, string nonce)
    {
        ArgumentNullException.ThrowIfNull(verifier);
        var both = Nonce + nonce;
        var told = $"r={both},s={Convert.ToBase64String(PasswordProof.Bytes(verifier.Salt))},i={verifier.Iterations}";
        return this with { Nonce = both, Told = told, Verifier = verifier };
    }

    /// <summary>What proves the server to the client; null if the client's proof fits nothing.</summary>
    public string? Check(string final)
    {
        ArgumentNullException.ThrowIfNull(final);
        var at = final.LastIndexOf(",p=", StringComparison.Ordinal);
        if (at < 0 || Verifier is null || !TryDecode(final[(at + 3)..], out var proof) || proof.Length != SHA256.HashSizeInBytes)
            return null;
        var header = $"c={Convert.ToBase64String(Encoding.UTF8.GetBytes(Header))},r={Nonce}";
        if (final[..at] != header && !final[..at].StartsWith(header + ",", StringComparison.Ordinal))
            return null;
        var said = Encoding.UTF8.GetBytes($"{Bare},{Told},{final[..at]}");
        var found = Verifier.Forms.Where(form => Fits(form, said, proof)).Select(form => HMACSHA256.HashData(PasswordProof.Bytes(form.Server), said)).FirstOrDefault();
        return found is null ? null : $"v={Convert.ToBase64String(found)}";
    }

    private static bool Fits(VerifierForm form, byte[] said, byte[] proof)
    {
        var key = HMACSHA256.HashData(PasswordProof.Bytes(form.Stored), said);
        for (var i = 0; i < key.Length; i++)
            key[i] ^= proof[i];
        return PasswordProof.AreEqual(PasswordProof.Key(SHA256.HashData(key)), form.Stored);
    }

    private static bool TryDecode(string text, out byte[] bytes)
    {
        bytes = new byte[text.Length];
        var isRight = Convert.TryFromBase64String(text, bytes, out var length);
        bytes = bytes[..length];
        return isRight;
    }

    /// <summary>In names "=2C" is a comma and "=3D" an equals sign; any other '=' is wrong.</summary>
    private static string? Unescaped(string name)
    {
        var text = name.Replace("=2C", ",", StringComparison.Ordinal);
        return text.Replace("=3D", "", StringComparison.Ordinal).Contains('=', StringComparison.Ordinal) ? null : text.Replace("=3D", "=", StringComparison.Ordinal);
    }
}
