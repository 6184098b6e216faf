using System.Collections.Immutable;
using ChatRoom.Irc;

namespace ChatRoom.Client.Protocol;

/// <summary>From the first byte to the end of the greeting: capabilities, nickname, password.</summary>
public static partial class ClientUpdate
{
    private static Step Open(ClientModel model, ClientMessage.Opened opened)
    {
        var step = Step.Of(model with { Phase = ClientPhase.Registering, OpenedAt = opened.Now, HeardAt = opened.Now, Orders = [], Pages = [] });
        if (model.Settings.Password is { } password)
            step = step.Send("PASS", password);
        return step
            .Send("CAP", "LS", "302")
            .Send("NICK", model.Nick)
            .Send("USER", model.Settings.UserName, "0", "*", model.Nick);
    }

    /// <summary>The server's answer is `CAP client subcommand [*] :list`; the '*' says that more lines of the list follow.</summary>
    private static Step HearCap(ClientModel model, in Incoming line)
    {
        var tokens = Capabilities.ParseList(line.Words);
        var names = tokens.Where(token => !token.Disabled).Select(token => token.Name).ToImmutableHashSet();
        if (line.Line.Parameter(1).ToUpperInvariant() is "LS" or "NEW")
            model = model with { Details = model.Details.SetItems(tokens.Where(Matters).Select(token => KeyValuePair.Create(token.Name, token.Value!))) };
        return line.Line.Parameter(1).ToUpperInvariant() switch
        {
            "LS" => HearCapList(model with { Offered = model.Offered.Union(names) }, more: line.Line.Parameter(2) == "*"),
            "NEW" => AskFor(model, names),
            "DEL" => Step.Of(model with { Active = model.Active.Except(names) }),
            "ACK" => ProveOrEndCap(model with
            {
                Active = model.Active.Union(names).Except(tokens.Where(token => token.Disabled).Select(token => token.Name)),
            }),
            "NAK" => ProveOrEndCap(model),
            _ => Step.Of(model),
        };
    }

    /// <summary>Only what we read is kept.</summary>
    private static bool Matters(CapabilityToken token) => token is { Name: Caps.Multiline or Caps.Sasl, Value: not null };

    private static Step HearCapList(ClientModel model, bool more)
    {
        if (more)
            return Step.Of(model);
        if (WhyNoAccount(model) is { } why)
            return RefuseAccount(model, why);
        var step = AskFor(model, model.Offered);
        return step.Effects.IsEmpty ? EndCap(model) : step;
    }

    private static Step AskFor(ClientModel model, ImmutableHashSet<string> offered)
    {
        var wanted = Caps.WantedFor(model.Settings).Where(name => offered.Contains(name) && !model.Has(name)).ToList();
        return wanted.Count == 0 ? Step.Of(model) : Step.Of(model).Send("CAP", "REQ", string.Join(' ', wanted));
    }

    /// <summary>After the greeting (cap-notify) there is no negotiation to end.</summary>
    private static Step EndCap(ClientModel model) =>
        model.Phase == ClientPhase.Registering ? SendToken(model).Send("CAP", "END") : Step.Of(model);

    /// <summary>The nickname in 001 is the one that we have, which on some networks is a shortened one.</summary>
    private static Step HearWelcome(ClientModel model, in Incoming line)
    {
        if (model.Phase != ClientPhase.Registering)
            return Step.Of(model);
        // A server that knows no CAP lets everybody in.
        if (model.Settings.Account is not null && model.Proof != AccountPhase.Proved)
            return RefuseAccount(model, "it has no accounts that a client could prove (SASL); join without one");
        var nick = line.Line.Parameter(0);
        return Step.Of(model with { Phase = ClientPhase.Greeted, Nick = nick })
            .Tell(new ChatEvent.Welcomed(line.At, line.Line.Source ?? "", nick));
    }

    /// <summary>Rooms are joined here and not at 001: by now 005 has said which names are rooms and which letters are the same.</summary>
    private static Step HearEndOfGreeting(ClientModel model, in Incoming line)
    {
        if (model.Phase != ClientPhase.Greeted)
            return Step.Of(model);
        var ready = model with { Phase = ClientPhase.Ready, ReadyAt = model.HeardAt, ServerReadyAt = line.At.Time };
        return ready.HasBeenHere ? Return(ready) : AskForRooms(Wanted(ready));
    }

    private static ClientModel Wanted(ClientModel model)
    {
        foreach (var room in model.Settings.Rooms.Where(room => model.Room(room.Text) is null))
            model = model.WithRoom(new RoomState(room.Text, RoomPhase.Asked));
        return model;
    }

    private static Step AskForRooms(ClientModel model)
    {
        var step = Step.Of(model);
        foreach (var room in model.Rooms.Where(room => room.Phase == RoomPhase.Asked))
            step = step.Send(room.Key is { } key ? Message.Of("JOIN", room.Name, key) : Message.Of("JOIN", room.Name));
        return step;
    }

    /// <summary>
    /// The server closes the connection, and this is why. Before the greeting it means that it doesn't let us in; ngIRCd says only here,
    /// in English and without a 464, that it is because of the password.
    /// </summary>
    private static Step HearError(ClientModel model, in Incoming line) => Step.Of(model).End(model.Phase switch
    {
        ClientPhase.Leaving => new Ending.Left(),
        ClientPhase.Registering when line.Words.Contains("password", StringComparison.OrdinalIgnoreCase) =>
            new Ending.PasswordRefused(line.Words),
        ClientPhase.Registering => new Ending.NotAdmitted(line.Words),
        _ => new Ending.ServerClosed(line.Words),
    });
}
