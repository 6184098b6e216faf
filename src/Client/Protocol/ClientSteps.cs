global using ClientStep = ChatRoom.Client.Step<ChatRoom.Client.Protocol.ClientModel, ChatRoom.Client.Protocol.ClientEffect>;
using ChatRoom.Irc;

namespace ChatRoom.Client.Protocol;

/// <summary>What a step of the connection's model can do besides: send a line, tell the person, end.</summary>
internal static class ClientSteps
{
    extension(ClientStep step)
    {
        public static ClientStep Of(ClientModel model) => new(model, []);

        public ClientStep Send(Message line) => step.And(new ClientEffect.Send(line));

        public ClientStep Send(string command, params ReadOnlySpan<string> parameters) => step.Send(Message.Of(command, parameters));

        /// <summary>
        /// While a room's history is played, what happens meanwhile waits behind it, so that a person reads everything in its order.
        /// </summary>
        public ClientStep Tell(ChatEvent happened) => step.Model.IsLoading && !happened.At.History
            ? step.With(step.Model with { Held = step.Model.Held.Add(happened) })
            : step.TellNow(happened);

        /// <summary>Does not wait behind anything, and is remembered as what we know.</summary>
        public ClientStep TellNow(ChatEvent happened) =>
            step.With(Remembering.Remember(step.Model, happened)).And(new ClientEffect.Tell(happened));

        public ClientStep End(Ending ending) => step.With(step.Model with { Phase = ClientPhase.Ended }).And(new ClientEffect.End(ending));
    }
}
