namespace ChatRoom.Server.Tests.Journals;

/// <summary>Something in a test that keeps, or serves from, a journal of the kind that the test runs on.</summary>
internal interface IHoldsJournal;
