using ChatRoom.Client.Chat;
using ChatRoom.Client.Connection;
using ChatRoom.Client.Protocol;
using ChatRoom.Client.Text;
using ChatRoom.Tui.ChatScreen.Lines;
using ChatRoom.Tui.ChatScreen.Panes;
using ChatRoom.Tui.Drivers;
using ChatRoom.Tui.Settings;

namespace ChatRoom.Tui.ChatScreen;

/// <summary>What the networks tell: what was sought is there, the screen is filled, and the terminal calls.</summary>
internal static class News
{
    public static TalkStep Hear(TalkModel model, Networks networks)
    {
        var now = networks.Current.Chat.Now;
        var next = Forgotten(model, networks) with { Networks = networks, Now = now > model.Now ? now : model.Now };
        if (next.CurrentId != model.CurrentId)
            next = next with { Chosen = null, Marked = null, PeopleFrom = 0, AwaySince = null, Visited = next.Visited.Remove(model.CurrentId).Insert(0, model.CurrentId) };
        return Scrolling.Arrive(Finding.Answer(Delivered(next, model.Networks))).Then(Visiting.Seen).Then(Filled).Then(Finding.LookedFurther).Then(seen => Saved(seen, model.Networks)).Then(seen => Call(seen, model.Networks));
    }

    /// <summary>What the screen remembers of a network that was left is of no use any more.</summary>
    private static TalkModel Forgotten(TalkModel model, Networks networks) => networks.All.Count >= model.Networks.All.Count ? model : model with
    {
        Readings = model.Readings.RemoveRange(model.Readings.Keys.Where(one => networks.Find(one.Network) is null).ToList()),
        Notified = model.Notified.RemoveRange(model.Notified.Keys.Where(one => networks.Find(one.Network) is null).ToList()),
        Visited = model.Visited.RemoveAll(one => networks.Find(one.Network) is null),
    };

    /// <summary>What was said before fills the screen, or the beginning is seen; nobody has to scroll to learn which.</summary>
    private static TalkStep Filled(TalkModel model)
    {
        var (current, area) = (model.Current, TalkLayout.Of(model).Messages);
        var isThere = current.Kind switch
        {
            ConversationKind.Room => model.Chat.Client.Room(current.Name) is { Phase: RoomPhase.Open } && model.Chat.Client.Gap(current.Name) is null,
            ConversationKind.Person => true,
            _ => false,
        };
        // Several people who came and went share a row; beyond that nothing is laid out only to be counted.
        var mayBeShort = isThere && current.Older == Reach.More && model.Chat.Link is LinkState.Online && current.Entries.Count <= 2 * area.Height;
        return mayBeShort && Viewport.Of(new MessageLayout(model, area.Width), null, area.Height).Rows.Count < area.Height
            ? TalkStep.Of(model, new ChatWish.LoadOlder(current.Name))
            : TalkStep.Of(model);
    }

    /// <summary>All that an account did has come, and goes into a file. It is named for the second, so that none is written over.</summary>
    private static TalkStep Saved(TalkModel model, Networks before)
    {
        var files = model.Networks.All.Where(network => network.Chat.Records is { IsWhole: true } records && before.Find(network.Name)?.Chat.Records != records)
            .Select(network => new TalkEffect.Save(
                $"{FileName(network.Chat.Client.LoggedInAs ?? network.Chat.Client.Nick)}-{model.Now.ToLocalTime():yyyyMMdd-HHmmss}.jsonl",
                string.Concat(network.Chat.Records!.Lines.Select(line => $"{line}\n"))));
        return new(model, [.. files]);
    }

    /// <summary>What somebody is called says their server, which is not to choose in which folder a file is.</summary>
    private static string FileName(string name) => string.Concat(name.Select(letter => char.IsLetterOrDigit(letter) || letter is '-' or '_' ? letter : '_'));

    /// <summary>A line for somewhere else was kept: the only sign of it where one is.</summary>
    private static TalkModel Delivered(TalkModel model, Networks before)
    {
        var kept = model.Networks.All.Select(network => before.Find(network.Name) is { } known ? Delivered(model, network, known.Chat) : null)
            .FirstOrDefault(line => line is not null);
        return kept is not null && model.Remark is null
            ? model with { Remark = $"said to {TerminalText.Sanitize(kept.Target)}: {TerminalText.Sanitize(kept.Text)}" }
            : model;
    }

    private static OutgoingLine? Delivered(TalkModel model, Network network, ChatModel before)
    {
        var (chat, client) = (network.Chat, network.Chat.Client);
        var kept = before.Client.Lines.Find(line => network.IdOf(client.RoomOf(line.Target) ?? line.Target) != model.CurrentId
            && !client.Lines.Exists(still => still.Id == line.Id) && !client.Waiting.Exists(still => still.Id == line.Id));
        var isKept = kept is not null && chat.Link is LinkState.Online && chat.Find(client.RoomOf(kept.Target) ?? kept.Target) is { } known
            && known.Entries is [.., { What: EntryWhat.Said { Own: true, Fate: DeliveryState.Kept } said }] && said.Text == kept.Text;
        return isKept ? kept : null;
    }

    /// <summary>Somebody names us or speaks to us alone, and we don't see it: the terminal calls.</summary>
    private static TalkStep Call(TalkModel model, Networks before)
    {
        foreach (var network in model.Networks.All)
        {
            if (before.Find(network.Name) is { } known && AlertOf(model, network, known.Chat) is { } alert && !IsSeen(model, network.IdOf(alert.Conversation)))
                return new(model, [.. Alerts(model, network, alert)]);
        }
        return TalkStep.Of(model);
    }

    private static Alert? AlertOf(TalkModel model, Network network, ChatModel before) =>
        NewAlert(network.Chat, before) is { } alert && model.NotifyFor(network.IdOf(alert.Conversation)) != NotifyOf.Nothing ? alert : NewMessage(model, network, before);

    private static bool IsSeen(TalkModel model, ConversationId conversation) => model.HasFocus && model.Reading.Place is null && conversation == model.CurrentId;

    private static Alert? NewAlert(ChatModel chat, ChatModel before) =>
        chat.Alert is { } alert && alert.Number > (before.Alert?.Number ?? 0) ? alert : null;

    /// <summary>Where one wants to hear of everything, one is called for any message that one does not see.</summary>
    private static Alert? NewMessage(TalkModel model, Network network, ChatModel before)
    {
        foreach (var conversation in network.Chat.Conversations)
        {
            if (model.NotifyFor(network.IdOf(conversation.Name)) == NotifyOf.All && !IsSeen(model, network.IdOf(conversation.Name)) && conversation.Entries is [.., { What: EntryWhat.Said { Own: false } said, At.History: false } last]
                && before.Find(conversation.Name) is { } known && last.Number >= known.NextNumber)
                return new Alert(0, conversation.Name, said.Nick, said.Text);
        }
        return null;
    }

    private static IEnumerable<TalkEffect> Alerts(TalkModel model, Network network, Alert alert)
    {
        if (model.Preferences.Bell)
            yield return new TalkEffect.Do(new Signal.Bell());
        var where = network.Chat.Client.Same(alert.Nick, alert.Conversation) ? alert.Nick : $"{alert.Nick} in {alert.Conversation}";
        var title = model.Networks.All.Count > 1 ? $"{where} · {Names.Of(model.Networks, network)}" : where;
        yield return new TalkEffect.Do(new Signal.Notify(TerminalText.Sanitize(title), TerminalText.Sanitize(alert.Text.ReplaceLineEndings(" "))));
    }
}
