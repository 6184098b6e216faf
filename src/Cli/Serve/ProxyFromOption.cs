using System.CommandLine;
using System.CommandLine.Parsing;
using System.Net;
using ChatRoom.Client.Text;

namespace ChatRoom.Cli.Serve;

/// <summary>`--proxy-from`: networks from which a PROXY header is believed. It may be given several times, and each time name several.</summary>
internal static class ProxyFromOption
{
    private const string Name = "--proxy-from";

    public static Option<IReadOnlyList<IPNetwork>> Create() => new(Name)
    {
        Description = "proxies, as addresses or networks, that have to say with a PROXY header (version 1 or 2) for whom they come; can be given again",
        HelpName = "CIDR[,CIDR]",
        Arity = ArgumentArity.OneOrMore,
        DefaultValueFactory = _ => [],
        CustomParser = Parse,
    };

    private static List<IPNetwork> Parse(ArgumentResult result)
    {
        var networks = new List<IPNetwork>();
        foreach (var word in result.Tokens.SelectMany(token => token.Value.Split(',')))
        {
            if (ParseOne(word.Trim()) is { } network)
                networks.Add(network);
            else
                result.AddError($"{Name} '{TerminalText.Sanitize(word)}' is no address and no network: write 10.0.0.5 or 10.0.0.0/8");
        }
        return networks;
    }

    /// <summary>An address alone is a network of one. It has to be written out: the system takes 10.1 for 10.0.0.1, and nobody means that.</summary>
    private static IPNetwork? ParseOne(string word)
    {
        var address = word.Split('/')[0];
        if (!address.Contains(':') && address.Count(c => c == '.') != 3)
            return null;
        if (IPNetwork.TryParse(word, out var network))
            return network;
        return IPAddress.TryParse(word, out var one) ? new IPNetwork(one, one.GetAddressBytes().Length * 8) : null;
    }
}
