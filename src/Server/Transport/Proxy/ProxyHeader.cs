using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ChatRoom.Server.Transport.Proxy;

/// <summary>
/// Reads the header of the PROXY protocol with which a proxy says for whom it comes: version 1, a line of text, here, and version 2 in
/// <see cref="ProxyHeaderV2"/>. Pure: bytes in, a verdict out. (haproxy.org, proxy-protocol.txt)
/// </summary>
public static class ProxyHeader
{
    /// <summary>The longest line of version 1 with its CRLF (section 2.1).</summary>
    public const int MostV1 = 107;

    /// <summary>
    /// The longest header of version 2 that is taken. Its length field allows 64 KiB, but a sender has to send it in one piece
    /// (section 2), and 536 bytes are what every network carries in one: the least MSS of IPv4.
    /// </summary>
    public const int MostV2 = 536;

    private static ReadOnlySpan<byte> Begin => "PROXY "u8;

    public static ProxyRead Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith(Begin))
            return ReadLine(bytes);
        if (bytes.StartsWith(ProxyHeaderV2.Signature))
            return ProxyHeaderV2.Read(bytes);
        return Begin.StartsWith(bytes) || ProxyHeaderV2.Signature.StartsWith(bytes)
            ? new ProxyRead.NeedMore()
            : new ProxyRead.Wrong("it does not begin with a PROXY header; let the proxy send one, or leave its address out of --proxy-from");
    }

    private static ProxyRead ReadLine(ReadOnlySpan<byte> bytes)
    {
        var line = bytes[..Math.Min(bytes.Length, MostV1)];
        var end = line.IndexOf("\r\n"u8);
        if (end < 0)
            return line.Length < MostV1 ? new ProxyRead.NeedMore() : new ProxyRead.Wrong($"its PROXY line does not end within {MostV1} bytes");
        var words = Encoding.Latin1.GetString(line[..end]).Split(' ');
        // Whatever follows UNKNOWN is to be ignored (section 2.1).
        if (words[1] == "UNKNOWN")
            return new ProxyRead.Header(null, end + 2);
        if (words[1] is not ("TCP4" or "TCP6"))
            return new ProxyRead.Wrong("its PROXY line names neither TCP4 nor TCP6 nor UNKNOWN");
        if (words.Length != 6)
            return new ProxyRead.Wrong("its PROXY line does not have two addresses and two ports");
        var family = words[1] == "TCP4" ? AddressFamily.InterNetwork : AddressFamily.InterNetworkV6;
        if (Address(words[2], family) is not { } client || Address(words[3], family) is null)
            return new ProxyRead.Wrong($"its PROXY line has an address that is none of {words[1]}");
        if (Port(words[4]) is not { } port || Port(words[5]) is null)
            return new ProxyRead.Wrong("its PROXY line has a port that is no number from 0 to 65535");
        return new ProxyRead.Header(new IPEndPoint(client, port), end + 2);
    }

    /// <summary>Only the usual way of writing: the system's parser also takes 127.1, octal numbers, brackets and zones.</summary>
    private static IPAddress? Address(string word, AddressFamily family)
    {
        var isUsual = word.All(letter => char.IsAsciiHexDigit(letter) || letter is '.' or ':');
        if (!isUsual || !IPAddress.TryParse(word, out var address) || address.AddressFamily != family)
            return null;
        return family == AddressFamily.InterNetworkV6 || address.ToString() == word ? address : null;
    }

    private static int? Port(string word) =>
        ushort.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && (word.Length == 1 || word[0] != '0') ? port : null;
}
