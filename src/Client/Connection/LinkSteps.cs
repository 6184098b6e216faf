global using LinkStep = ChatRoom.Client.Step<ChatRoom.Client.Connection.LinkModel, ChatRoom.Client.Connection.LinkEffect>;

namespace ChatRoom.Client.Connection;

/// <summary>How a step of the link begins.</summary>
internal static class LinkSteps
{
    extension(LinkStep)
    {
        public static LinkStep Of(LinkModel model, params ReadOnlySpan<LinkEffect> effects) => new(model, [.. effects]);
    }
}
