using System.Collections.Immutable;
using ChatRoom.Client.Protocol;

namespace ChatRoom.Client.Chat;

/// <summary>All that the person's account did, as the server tells it: lines of JSON for a file.</summary>
/// <param name="Number">Which of those that were asked for.</param>
public sealed record Records(long Number, ImmutableList<string> Lines, bool IsWhole)
{
    internal static ChatModel Hear(ChatModel model, ChatEvent.OwnRecord e)
    {
        var begun = model.Records is { IsWhole: false } known ? known : new Records((model.Records?.Number ?? 0) + 1, [], IsWhole: false);
        return model with { Records = begun with { Lines = begun.Lines.Add(e.Json) } };
    }

    internal static ChatModel HearEnd(ChatModel model) => model.Records is { IsWhole: false } known ? model with { Records = known with { IsWhole = true } } : model;

    /// <summary>What a connection that is over had told of it is not the whole, and the next one begins anew.</summary>
    internal static ChatModel Drop(ChatModel model) => model.Records is { IsWhole: false } ? model with { Records = null } : model;
}
