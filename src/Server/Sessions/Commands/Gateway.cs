using System.Net;
using System.Security.Cryptography;
using System.Text;
using ChatRoom.Domain.Events;
using ChatRoom.Irc;
using Microsoft.Extensions.Logging;

namespace ChatRoom.Server.Sessions.Commands;

/// <summary>
/// WEBIRC: a gateway says for whom it comes (ircv3.net/specs/extensions/webirc). Only those are believed that the operator named by address and that know the password; anybody
/// else who says it is shown out, because a banned person could come that way. Of what it says only the address counts: names are looked up nowhere, and what a
/// gateway tells of TLS and certificates proves nothing here.
/// </summary>
internal static class Gateway
{
    internal static readonly CommandRow[] Commands = [new("WEBIRC", 4, CommandTime.Before, WebIrc)];

    public static void WebIrc(Session session, in Line line)
    {
        ArgumentNullException.ThrowIfNull(session);
        var trusted = session.Context.Info.Live.Current.Gateways;
        if (trusted is null || session.Address is not { } own || !trusted.From.Any(network => Addresses.Holds(network, own)) || !AreEqual(line.Text(0), trusted.Password))
            Refuse(session, "its address or its password is none of a gateway's", "Invalid WEBIRC password");
        else if (!session.IsUntouched)
            Refuse(session, "it came too late", "WEBIRC comes before everything else");
        // An address that begins with a colon would be the last parameter, so gateways put a zero before it.
        else if (!IPAddress.TryParse(line.Text(3), out var address))
            Refuse(session, "it names no address", "WEBIRC names no address");
        else
            session.ComeFrom(address);
    }

    private static void Refuse(Session session, string why, string words)
    {
        session.Context.Log.LogWarning(LogEvents.BadGateway, "Connection {Connection} is closed: it said WEBIRC, and {Why}", session.Id.Number, why);
        session.End(new Ending(CloseReason.WrongPassword, words));
    }

    private static bool AreEqual(string said, string right) => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(said), Encoding.UTF8.GetBytes(right));
}
