namespace ChatRoom.Client.Protocol;

/// <summary>
/// What happens while history is played waits behind it: everything is told in its order, and what is in both is told once.
/// </summary>
internal static class HeldBack
{
    public static ClientStep TellHistory(ClientModel model, ChatEvent played)
    {
        var remembered = model.IsLoading && KeyOf(played) is { } key ? model with { Played = model.Played.Add(key) } : model;
        if (!model.Gaps.IsEmpty && played is ChatEvent.Said { Own: true, At.MessageId: { } id })
            remembered = remembered with { OwnPlayed = model.OwnPlayed.Add(id) };
        return ClientStep.Of(remembered).Tell(played);
    }

    /// <summary>The history of this room is over, or there is none.</summary>
    public static ClientStep OpenRoom(ClientModel model, string name) => model.Room(name) is { Phase: RoomPhase.Loading } room
        ? FinishLoading(model.WithRoom(room with { Phase = RoomPhase.Open }))
        : ClientStep.Of(model);

    /// <summary>
    /// Tells what was held back, once no room is loading any more. What is older than what was played is not in it because its words were
    /// forgotten meanwhile.
    /// </summary>
    public static ClientStep FinishLoading(ClientModel model)
    {
        if (model.IsLoading)
            return ClientStep.Of(model);
        var step = ClientStep.Of(model with { Held = [], Played = [] });
        foreach (var held in model.Held)
        {
            if (KeyOf(held) is not { } key || !model.Played.Contains(key))
                step = step.Tell(Remembering.InItsPlace(step.Model, held));
        }
        return step;
    }

    /// <summary>What makes a message the same message: its id or, on servers without ids, its time, speaker and text.</summary>
    public static string? KeyOf(ChatEvent happened) => happened switch
    {
        ChatEvent.Said said => said.At.MessageId ?? $"{said.At.Time:O} {said.Nick} {said.Text}",
        ChatEvent.Noticed noticed => noticed.At.MessageId ?? $"{noticed.At.Time:O} {noticed.Nick} {noticed.Text}",
        _ => null,
    };
}
