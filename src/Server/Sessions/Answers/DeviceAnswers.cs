using ChatRoom.Domain.Data;
using ChatRoom.Domain.Names;
using ChatRoom.Irc;
using ChatRoom.Server.Accounts;

namespace ChatRoom.Server.Sessions.Answers;

/// <summary>What somebody is told of the devices of their account.</summary>
public static class DeviceAnswers
{
    /// <summary>Of a connection that another server holds no more is known than that it is there.</summary>
    public static void Devices(in Standpoint from, Numeric to, bool isSpoken)
    {
        if (!from.World.Person(from.Connection).TryGet(out var person) || !person.Who.Account.TryGet(out var account))
        {
            new IrcReply.Fail("DEVICES", "ACCOUNT_REQUIRED", "", "You are not logged in to an account").Write(from, to);
            return;
        }
        foreach (var device in person.Connections)
        {
            var words = from.Local(device) is { } local
                ? $"since {ServerTime.Format(local.Since.Milliseconds)}, from {Cloak(from, local)}{(local.Client.Certificate is null ? "" : ", by certificate")}"
                : "on another server";
            var isThis = device == from.Connection ? ", this one" : "";
            AccountAnswers.Answer(isSpoken, "DEVICES", "LIST", DeviceNames.Of(device), words + isThis).Write(from, to);
        }
        AccountAnswers.Answer(isSpoken, "DEVICES", "END", account.Name.Text, "DEVICES END ends one of them").Write(from, to);
    }

    /// <summary>What the account said, and what comes of it here (draft/persistence).</summary>
    public static void Persistence(in Standpoint from, Numeric to, bool isAsked, bool isSpoken)
    {
        if (!from.World.Person(from.Connection).TryGet(out var person) || !person.Who.Account.TryGet(out var account))
        {
            if (isAsked)
                new IrcReply.Fail("PERSISTENCE", "ACCOUNT_REQUIRED", "", "You are not logged in to an account").Write(from, to);
            return;
        }
        var facts = from.Facts();
        var said = facts.Persistence.Find(account.Id).Map(isOn => isOn ? "ON" : "OFF").IfNone("DEFAULT");
        if (isSpoken)
        {
            new IrcReply.FromNickServ(facts.Persists(person.Who, from.World.Limits)
                ? "You stay in your rooms while nobody is connected"
                : "You leave your rooms with your last connection").Write(from, to);
            return;
        }
        to.Writer.Source(to.Server).Command("PERSISTENCE"u8).Param("STATUS").Param(said).Param(facts.Persists(person.Who, from.World.Limits) ? "ON" : "OFF").End();
    }

    /// <summary>What the account said; a guest hears by the refusal that there is none.</summary>
    public static void Playback(in Standpoint from, Numeric to)
    {
        if (!from.World.Person(from.Connection).TryGet(out var person) || !person.Who.Account.TryGet(out var account))
            return;
        new IrcReply.FromNickServ(from.Facts().Playback.Find(account.Id).TryGet(out var most)
            ? most == 0 ? "Nothing that was said before you come is told to you" : $"Up to {most} messages that you missed are told to you, where your client can't ask for them"
            : "What you missed is told to you as is usual in each room, where your client can't ask for it").Write(from, to);
    }

    private static string Cloak(in Standpoint from, Hubs.LocalConnection local) =>
        local.Address is { } address && from.Facts().CloakKey.TryGet(out var key) ? Domain.Names.Cloak.Of(address, key) : ServerInfo.Host;
}
