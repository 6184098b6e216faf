namespace ChatRoom.Client.Protocol;

/// <summary>
/// All that the person's account did, which the server tells when it is asked (ACCOUNT EXPORT): lines of JSON, each in as many notes as it takes.
/// What nobody asked for is the server's words like any others.
/// </summary>
internal static class OwnRecords
{
    private const string Command = "ACCOUNT";

    /// <summary>`NOTE ACCOUNT EXPORT account +|. :piece`, and in the end `NOTE ACCOUNT EXPORTED account :words`.</summary>
    public static ClientStep? Hear(ClientModel model, in Incoming line)
    {
        if (line.Line.Parameter(0) != Command || Orders.Asked(model, line)?.Command is not (Command or "NS"))
            return null;
        switch (line.Line.Parameter(1))
        {
            case "EXPORT" when line.Line.Parameter(3) == "+" && model.RecordBegun.Length < ClientLimits.Record:
                return ClientStep.Of(model with { RecordBegun = model.RecordBegun + line.Words });
            case "EXPORT":
                return ClientStep.Of(model with { RecordBegun = "" }).Tell(new ChatEvent.OwnRecord(line.At, model.RecordBegun + line.Words));
            case "EXPORTED":
                return ClientStep.Of(Orders.Answered(model, line) with { RecordBegun = "" }).Tell(new ChatEvent.OwnRecordsEnd(line.At, line.Words));
            default:
                return null;
        }
    }
}
