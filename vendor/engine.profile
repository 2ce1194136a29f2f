ACLAddCommandCategory 46061783930904 21 0 21
ACLAppendUserForLoading 12038781873423445302 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
ACLAuthenticateUser 175973464 0 0
ACLCheckAllPerm 856 1576524 13715
ACLCheckAllUserCommandPerm 7645434888520788757 1890883 0 1890883 1890883 0 0 0 0
ACLCheckUserCredentials 8854349140134148837 0 0 0 0 0 0
ACLCleanupCategoriesOnFailure 18129 0 0
ACLCreateUnlinkedUser 13886032326560530361 0 0 0 0
ACLDescribeUser 569674920062316056 0 0 0 0 0 0 0
ACLFreeUser 42129 0 0
ACLFreeUserAndKillClients 171974665297 0 0 0
ACLGetCommandCategoryFlagByName 1267352815604824 25 175 25
ACLGetCommandID 8073438827063460788 541 1 142 0
ACLGetUserByName 24 19
ACLInit 0 1
ACLInitCommandCategories 70624913 1 21 21
ACLLoadUsersAtStartup 407882055084082837 1 0 0 0 0 0 0 0 0 0 0 0 0
ACLModuleHasCommandRules 7794510007619293041 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
ACLRecomputeCommandBitsFromCommandRulesAllUsers 4487678816398497500 0 0 0 0 0 0 0 0 0
ACLSetUser 1992530368271597422 8 0 8 0 1 0 0 7 7 2 1 0 4 4 0 0 0 0 4 4 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
ACLSetUserStringError 9168494911197345925 0 0 0 0 0 0 0 0 0 0
ACLStringSetUser 9078375332635460477 0 0 0 0 0 0 0 0 0 0 0 0 0
ACLUpdateDefaultUserPassword 2696401 1 0
ACLUserCheckChannelPerm 6932753077495448806 0 0 0 0 0
ACLUserCheckCmdWithUnrestrictedKeyAccess 5848006274340178136 1038 0 1038 1038 1038 1038
ACLUserCheckKeyPerm 15444465639765153443 0 0 0 0
AddReplyFromClient 14598419591997408523 0 0 0 0 0 0 0 0 0
IOThreadsAfterSleep 10411309762410951610 3154 3154 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
IOThreadsBeforeSleep 7632216629840854424 3154 3154 0 0 0 0 0 0 0 0
InitServerLast 0 1
ModuleForkDoneHandler 56977953413964945 0 0 0 0
MurmurHash64A 7497565019821896721 31659 25798 31659 74 25 235 300 5968 18451 6110
RedisRegisterConnectionTypeSocket 24 1
RedisRegisterConnectionTypeTLS 13910633157720 1 0 1
RedisRegisterConnectionTypeUnix 24 1
RegisterConnectionTypeRdma 24 1
SHA1Final 9514277249894314141 6692 53536 26768 213654 133840
SHA1Init 0 6692
SHA1Transform 10384184415428265996 11694 35082 46776 46776 46776
SHA1Update 6075761837272103222 233730 0 10905 789
THPGetAnonHugePagesSize 24 0
TerminateModuleForkChild 13870777706945121761 0 0 0 0 0 0 0 0 0 0
ThreadsManager_init 0 1
ThreadsManager_runOnThreads 2952352215708760 0 0 0
VM_ACLAddLogEntry 11178443864 0 0
VM_ACLAddLogEntryByUserName 11178443864 0 0
VM_ACLCheckChannelPermissions 16972337121144106388 0 0 0 0
VM_ACLCheckCommandPermissions 3420067105190351824 0 0 0
VM_ACLCheckKeyPermissions 13862682381592958132 0 0 0
VM_ACLCheckKeyPrefixPermissions 9010154291199743522 0 0 0 0
VM_ACLCheckPermissions 14703307057068575579 19 0 19 19 0 0 0 0 0 0 0 0 0
VM_AbortBlock 24 0
VM_AddACLCategory 5795831633910521392 0 0 0 0 0
VM_AddPostNotificationJob 703540593752 0 0 0 0 0
VM_Alloc 24 321632
VM_AuthenticateClientWithACLUser 11178443864 0 0
VM_AuthenticateClientWithUser 24 0
VM_AutoMemory 0 0
VM_AvoidReplicaTraffic 99994 0
VM_BlockClient 24 0
VM_BlockClientGetPrivateData 24 0
VM_BlockClientOnAuth 11882213686215804353 0 0 0 0 0
VM_BlockClientOnKeys 24 0
VM_BlockClientOnKeysWithFlags 24 0
VM_BlockClientSetPrivateData 0 0
VM_BlockedClientDisconnected 1568 0
VM_BlockedClientMeasureTimeEnd 11178443864 0 0
VM_BlockedClientMeasureTimeStart 24 0
VM_CachedMicroseconds 24 0
VM_Call 826580740285262274 5945 5945 5945 0 0 0 0 0 5945 5945
VM_CallArgv 7543046063637039553 314427 314427 314427 0 0 204 0 314427 204 204 204 204 314427 0 0 0 0 0 0 314427
VM_CallArgvAbort 5374066480249557058 0 0 0 0
VM_CallReplyArrayElement 24 5945
VM_CallReplyAttribute 24 0
VM_CallReplyAttributeElement 11262329944 0 0
VM_CallReplyBigNumber 24 0
VM_CallReplyBool 24 0
VM_CallReplyDouble 24 0
VM_CallReplyInteger 24 0
VM_CallReplyLength 24 5945
VM_CallReplyMapElement 11262329944 0 0
VM_CallReplyPromiseAbort 16958182705006119886 0 0 0 0 0
VM_CallReplyPromiseSetUnblockHandler 3516058 0 0
VM_CallReplyProto 24 0
VM_CallReplySetElement 24 0
VM_CallReplyStringPtr 174662744 5945 5945
VM_CallReplyType 24 17835
VM_CallReplyVerbatim 24 0
VM_Calloc 24 8416
VM_ChannelAtPosWithFlags 3640631074536990672 0 0 0 0 0 0 0 0 0 0 0
VM_CloseKey 175973905 0 0
VM_ClusterCanonicalKeyNameInSlot 99163 0 0
VM_ClusterKeySlot 24 0
VM_ClusterKeySlotC 24 0
VM_CommandFilterArgDelete 2152722015243964640 0 0 0 0 0 0
VM_CommandFilterArgGet 45040756425816 0 0 0 0
VM_CommandFilterArgInsert 600876864455921749 0 0 0 0 0 0 0
VM_CommandFilterArgReplace 647692935304847280 0 0 0 0 0
VM_CommandFilterArgsCount 24 0
VM_CommandFilterGetClientId 24 0
VM_CreateCommand 15017405398735068155 0 0 0 0 0 0 0 0 0 0 0 0
VM_CreateDataType 12818377006875474351 0 0 0 0 0 0 0 0 0
VM_CreateDict 176235608 0 0
VM_CreateModuleUser 24 0
VM_CreateString 176235608 646671 645950
VM_CreateStringFromCallReply 2006067959661144 0 0 0 0 0 0 0
VM_CreateStringFromDouble 24 0
VM_CreateStringFromLongDouble 856 0 0
VM_CreateStringFromLongLong 24 0
VM_CreateStringFromStreamID 176235608 0 0
VM_CreateStringFromString 176235608 0 0
VM_CreateStringFromULongLong 24 0
VM_CreateStringPrintf 176235608 304 109
VM_CreateSubcommand 2869792036707070191 0 0 0 0 0 0 0 0 0 0 0 0 0
VM_CreateTimer 6143422890880771154 0 0 0 0 0 0 0
VM_DbSize 24 0
VM_DeauthenticateAndCloseClient 11262329944 0 0
VM_DefragAlloc 24 0
VM_DefragCursorGet 11178443864 0 0
VM_DefragCursorSet 11178443864 0 0
VM_DefragShouldStop 6350877 0 0 0
VM_DefragValkeyModuleString 24 0
VM_DeleteKey 2930361984689240 0 0 0
VM_DictCompare 11045770765 0 0 0
VM_DictCompareC 11045770765 0 0 0
VM_DictDel 24 0
VM_DictDelC 1549 0 0
VM_DictGet 24 0
VM_DictGetC 172598360 0 0
VM_DictIteratorReseek 24 0
VM_DictIteratorReseekC 24 0
VM_DictIteratorStart 24 0
VM_DictIteratorStartC 24 0
VM_DictIteratorStop 0 0
VM_DictNext 11262329944 0 0
VM_DictNextC 13486843689798340252 0 0 0 0
VM_DictPrev 11262329944 0 0
VM_DictPrevC 13486843689798340252 0 0 0 0
VM_DictReplace 24 0
VM_DictReplaceC 99167 0 0
VM_DictSet 24 0
VM_DictSetC 99167 0 0
VM_DictSize 24 0
VM_DigestAddLongLong 0 0
VM_DigestAddStringBuffer 0 0
VM_DigestEndSequence 0 0
VM_EmitAOF 12538593542218050688 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
VM_EventLoopAdd 2476791594485705189 0 0 0 0 0 0 0 0 0 0 0 0 0
VM_EventLoopAddOneShot 516296735547174114 0 0 0 0
VM_EventLoopDel 3108210725644515793 0 0 0 0 0 0
VM_ExitFromChild 24 0
VM_ExportSharedAPI 11279107160 0 0
VM_Fork 3253607007398691991 0 0 0 0 0 0 0 0
VM_Free 0 327195
VM_FreeCallReply 5196321393288016547 5945 0 0 0
VM_FreeClusterNodesList 720789115153 0 0 0
VM_FreeDict 2753681 0 0
VM_FreeModuleUser 2696280 19 0
VM_FreeServerInfo 2753681 1 1
VM_FreeString 2753681 645950 645950
VM_FreeThreadSafeContext 0 0
VM_GetAbsExpire 904615527512 0 0 0
VM_GetApi 11178443864 0 0
VM_GetBlockedClientHandle 24 0
VM_GetBlockedClientPrivateData 24 0
VM_GetBlockedClientReadyKey 24 0
VM_GetClientCertificate 4407211343925836595 0 0 0 0
VM_GetClientId 11262329944 0 0
VM_GetClientInfoById 431381061001329015 0 0 0 0 0 0
VM_GetClientNameById 45045068170328 0 0 0 0
VM_GetClientUserNameById 13679692236883637725 0 0 0
VM_GetClusterNodeInfo 24 0
VM_GetClusterNodeInfoForClient 11262329944 0 0
VM_GetClusterNodesList 11178443864 0 0
VM_GetClusterSize 11178443864 0 0
VM_GetCommand 11752405961435080042 0 0 0 0 0
VM_GetCommandKeys 24 0
VM_GetCommandKeysWithFlags 8961169975926122406 0 0 0 0 0 0 0 0 0 0 0 0
VM_GetContextFlags 17973403492536107836 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
VM_GetContextFlagsAll 24 0
VM_GetContextFromIO 172590168 0 0
VM_GetCurrentCommandName 184433895507854424 0 0 0 0 0 0
VM_GetCurrentUserName 8602221283331577357 19 0 19 19 19 19 19 19
VM_GetDbIdFromDefragCtx 24 0
VM_GetDbIdFromDigest 24 0
VM_GetDbIdFromIO 24 0
VM_GetDbIdFromModuleKey 1549 0 0
VM_GetDbIdFromOptCtx 24 0
VM_GetDetachedThreadSafeContext 24 0
VM_GetExpire 3705305200690014 0 0 0 0
VM_GetFunctionExecutionState 3775327247369055 0 0 0 0 0
VM_GetKeyNameFromDefragCtx 24 0
VM_GetKeyNameFromDigest 24 0
VM_GetKeyNameFromIO 24 0
VM_GetKeyNameFromModuleKey 1549 0 0
VM_GetKeyNameFromOptCtx 24 0
VM_GetKeyspaceNotificationFlagsAll 24 0
VM_GetLFU 12332236525263599062 0 0 0 0 0
VM_GetLRU 13917989339962832066 0 0 0 0 0
VM_GetModuleOptionsAll 24 0
VM_GetModuleUserACLString 225028120 0 0
VM_GetModuleUserFromUserName 11262329944 19 0
VM_GetMyClusterID 11178443864 0 0
VM_GetNotifyKeyspaceEvents 24 0
VM_GetOpenKeyModesAll 24 0
VM_GetRandomBytes 0 0
VM_GetRandomHexChars 0 0
VM_GetSelectedDb 1549 19 2
VM_GetServerInfo 5304883210026322462 1 1 1 1 30 1 1 0 1
VM_GetServerVersion 24 0
VM_GetSharedAPI 188950541907076184 0 0 0
VM_GetThreadSafeContext 11548837271805519733 0 0 0 0 0
VM_GetTimerInfo 556349176038734625 0 0 0 0 0 0
VM_GetToDbIdFromOptCtx 24 0
VM_GetToKeyNameFromOptCtx 24 0
VM_GetTypeMethodVersion 24 0
VM_GetUsedMemoryRatio 24 0
VM_HashGet 452370672507420236 0 0 0 0 0 0 0 0 0 0 0 0 0 0
VM_HashHasStringRef 184433895608517720 0 0 0 0 0 0
VM_HashSet 1837525861336673616 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
VM_HashSetStringRef 5151094547179740759 0 0 0 0 0 0 0 0 0 0
VM_HoldString 188950541907338328 0 0 0
VM_InfoAddFieldCString 187543167020139608 0 0 0
VM_InfoAddFieldDouble 187543167020139608 0 0 0
VM_InfoAddFieldLongLong 187543167020139608 0 0 0
VM_InfoAddFieldString 187543167020139608 0 0 0
VM_InfoAddFieldULongLong 187543167020139608 0 0 0
VM_InfoAddSection 14244004392063841277 0 0 0 0 0 0 0 0 0 0 0 0
VM_InfoBeginDictField 15872756164008609531 0 0 0 0 0
VM_InfoEndDictField 187543167023522904 0 0 0
VM_IsBlockedReplyRequest 1568 0
VM_IsBlockedTimeoutRequest 1568 0
VM_IsChannelsPositionRequest 1568 0
VM_IsIOError 24 0
VM_IsKeysPositionRequest 1568 0
VM_IsModuleNameBusy 1568 0
VM_IsSubEventSupported 2024881611133303813 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
VM_KeyAtPos 0 0
VM_KeyAtPosWithFlags 4596856323977820606 0 0 0 0 0 0 0
VM_KeyExists 1568 0
VM_KeyType 582943875437345635 0 0 0 0 0 0 0 0 0 0 0 0 0
VM_KillForkChild 720789124625 0 0
VM_LatencyAddSample 171566225 0 0 0 0
VM_ListDelete 11393013632500271780 0 0 0 0 0 0 0 0
VM_ListGet 11045778961 0 0
VM_ListInsert 15729881482183063146 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
VM_ListPop 54764985359931600 0 0 0 0 0 0 0 0 0
VM_ListPush 5844471399960900456 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
VM_ListSet 8570647216293042038 0 0 0 0 0 0
VM_LoadConfigs 9715236317664317855 1 0 1 1 1 1 0
VM_LoadDataTypeFromString 24 0
VM_LoadDataTypeFromStringEncver 2696280 0 0
VM_LoadDouble 6505436739889784456 0 0 0 0 0
VM_LoadFloat 6505436739889784456 0 0 0 0 0
VM_LoadLongDouble 185317267201426520 0 0 0
VM_LoadSigned 24 0
VM_LoadString 24 0
VM_LoadStringBuffer 24 0
VM_LoadUnsigned 6505436739889784456 0 0 0 0 0
VM_Log 13 220 220
VM_LogIOError 0 0
VM_MallocSize 24 2146
VM_MallocSizeDict 24 0
VM_MallocSizeString 225028056 0 0
VM_MallocUsableSize 24 0
VM_Microseconds 24 0
VM_Milliseconds 24 0
VM_ModuleTypeGetType 184434244574610520 0 0 0 0 0 0
VM_ModuleTypeGetValue 184434244574610520 0 0 0 0 0 0
VM_ModuleTypeReplaceValue 16001706914519058850 0 0 0 0 0 0 0 0 0
VM_ModuleTypeSetValue 703741920344 0 0 0 0
VM_MonotonicMicroseconds 24 0
VM_MustObeyClient 45039615575128 0 0 0 0
VM_NotifyKeyspaceEvent 45039615575128 0 0 0 0
VM_OpenKey 9779772015239438026 0 0 0 0 0 0 0 0
VM_PoolAlloc 10399077914234307187 0 0 0 0 0 0 0 0 0 0 0
VM_PublishMessage 24 0
VM_PublishMessageShard 24 0
VM_RandomKey 24 0
VM_RdbLoad 498787392899728707 0 0 0 0 0 0 0 0 0 0 0 0 0 0
VM_RdbSave 3520479925660720809 0 0 0 0 0 0
VM_RdbStreamCreateFromFile 24 0
VM_RdbStreamFree 31359858222742 0 0 0 0 0
VM_Realloc 24 0
VM_RedactClientCommandArgument 1484990715709896830 0 0 0 0 0 0 0 0
VM_RegisterAuthCallback 0 0
VM_RegisterBoolConfig 172590168 0 0
VM_RegisterClusterMessageReceiver 1349888540983149532 0 0 0 0 0 0 0
VM_RegisterCommandFilter 24 0
VM_RegisterDefragFunc 24 0
VM_RegisterEnumConfig 45243471869016 0 0 0
VM_RegisterInfoFunc 24 0
VM_RegisterNumericConfig 172590168 0 0
VM_RegisterScriptingEngine 14246522304745779210 1 0 1 0 0 0 0
VM_RegisterStringConfig 11045770072 0 0 0
VM_RegisterUnsignedNumericConfig 172590168 0 0
VM_Replicate 9637680693453205300 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
VM_ReplicateVerbatim 24 0
VM_ReplyRaw 11262329944 0 0
VM_ReplySetArrayLength 0 1553
VM_ReplySetAttributeLength 175973905 0 0
VM_ReplySetMapLength 0 21
VM_ReplySetSetLength 0 23
VM_ReplyWithArray 24 1553
VM_ReplyWithAttribute 11262329944 0 0
VM_ReplyWithBigNumber 11262329944 26 0
VM_ReplyWithBool 11262329944 32 0
VM_ReplyWithCString 11262329944 0 0
VM_ReplyWithCallReply 14986145205483530537 0 0 0 0 0 0
VM_ReplyWithCustomErrorFormat 856 641 416
VM_ReplyWithDouble 11262329944 28 0
VM_ReplyWithEmptyArray 11262329944 0 0
VM_ReplyWithEmptyString 11262329944 0 0
VM_ReplyWithError 11262329944 0 0
VM_ReplyWithErrorFormat 24 0
VM_ReplyWithLongDouble 11262329944 0 0
VM_ReplyWithLongLong 11262329944 311838 0
VM_ReplyWithMap 24 21
VM_ReplyWithNull 11262329944 219 0
VM_ReplyWithNullArray 11262329944 0 0
VM_ReplyWithSet 24 23
VM_ReplyWithSimpleString 11262329944 145 0
VM_ReplyWithString 11262329944 0 0
VM_ReplyWithStringBuffer 11262329944 3037 0
VM_ReplyWithVerbatimString 24 0
VM_ReplyWithVerbatimStringType 11262329944 24 0
VM_ResetDataset 184226627682100369 0 0 0 0 0 0 0 0
VM_RetainString 10997310609 0 0 0 0
VM_SaveDataTypeToString 14252397527613159959 0 0 0 0
VM_SaveDouble 63085586347243786 0 0 0 0 0 0
VM_SaveFloat 63085586347243786 0 0 0 0 0 0
VM_SaveLongDouble 2696721 0 0
VM_SaveSigned 0 0
VM_SaveString 63085586347243786 0 0 0 0 0 0
VM_SaveStringBuffer 63085586347243786 0 0 0 0 0 0
VM_SaveUnsigned 63085586347243786 0 0 0 0 0 0
VM_Scan 2895582301332568 0 0 0
VM_ScanCursorCreate 24 0
VM_ScanCursorDestroy 0 0
VM_ScanCursorRestart 0 0
VM_ScanKey 12234447411929451845 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
VM_ScriptingEngineDebuggerFlushLogs 0 0
VM_ScriptingEngineDebuggerLog 2696401 0 0
VM_ScriptingEngineDebuggerLogRespReply 0 0
VM_ScriptingEngineDebuggerLogRespReplyStr 0 0
VM_ScriptingEngineDebuggerProcessCommands 0 0
VM_SelectDb 99167 0 0
VM_SendChildHeartbeat 0 0
VM_SendClusterMessage 5450044442394184327 0 0 0
VM_ServerInfoGetField 187543167023785048 0 0 0
VM_ServerInfoGetFieldC 24 3
VM_ServerInfoGetFieldDouble 18377543050726893557 0 0 0 0 0 0
VM_ServerInfoGetFieldSigned 18377543050726893557 0 0 0 0 0 0
VM_ServerInfoGetFieldUnsigned 18377543050726893557 0 0 0 0 0 0
VM_SetAbsExpire 8491440094449013679 0 0 0 0 0 0 0 0
VM_SetClientNameById 13679692236883637725 0 0 0
VM_SetClusterFlags 11043906705 0 0 0
VM_SetCommandACLCategories 13125807918327579793 0 0 0 0 0 0 0 0
VM_SetCommandInfo 4765918883783366564 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
VM_SetContextUser 0 0
VM_SetDisconnectCallback 0 0
VM_SetExpire 8491440094449013679 0 0 0 0 0 0 0 0
VM_SetLFU 13917989339962832066 0 0 0 0 0
VM_SetLRU 13917989339962832066 0 0 0 0 0
VM_SetModuleAttribs 176236049 1 0
VM_SetModuleOptions 0 1
VM_SetModuleUserACL 24 0
VM_SetModuleUserACLString 12175038306289387017 0 0 0 0 0
VM_SignalKeyAsReady 0 0
VM_SignalModifiedKey 24 0
VM_StopTimer 10485317740306544515 0 0 0 0
VM_Strdup 24 0
VM_StreamAdd 13975893740796184266 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
VM_StreamDelete 6618513863010371423 0 0 0 0 0 0 0 0 0 0 0
VM_StreamIteratorDelete 2497617305970266516 0 0 0 0 0 0 0 0 0 0 0
VM_StreamIteratorNextField 18349196323101164003 0 0 0 0 0 0 0 0 0
VM_StreamIteratorNextID 18021580805091848777 0 0 0 0 0 0 0 0 0
VM_StreamIteratorStart 10793681786492983747 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
VM_StreamIteratorStop 17648209260150946261 0 0 0 0 0 0
VM_StreamTrimByID 13515318758979568818 0 0 0 0 0 0 0 0 0 0 0
VM_StreamTrimByLength 3312539250964881769 0 0 0 0 0 0 0 0 0 0 0
VM_StringAppendBuffer 11262329944 0 0
VM_StringCompare 24 0
VM_StringDMA 371683745239385397 0 0 0 0 0 0
VM_StringPtrLen 10727181325301969040 314122 0 0 314122
VM_StringSet 703741920344 0 0 0 0
VM_StringToDouble 99167 0 0
VM_StringToLongDouble 1549 0 0
VM_StringToLongLong 1549 0 0
VM_StringToStreamID 720789124625 0 0
VM_StringToULongLong 1549 0 0
VM_StringTruncate 1429112538687735117 0 0 0 0 0 0 0 0 0 0 0 0 0
VM_SubscribeToKeyspaceEvents 24 0
VM_SubscribeToServerEvent 13758218686435301583 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
VM_ThreadSafeContextLock 0 0
VM_ThreadSafeContextTryLock 11279107160 0 0
VM_ThreadSafeContextUnlock 0 0
VM_TrimStringAllocation 174663185 0 0
VM_TryAlloc 24 0
VM_TryCalloc 24 0
VM_TryRealloc 24 0
VM_UnblockClient 8378296626014635241 0 0 0 0 0 0
VM_UnlinkKey 2930361984689240 0 0 0
VM_UnregisterCommandFilter 62135915526340530 0 0 0 0
VM_UnregisterScriptingEngine 11279107160 0 0
VM_UpdateRuntimeArgs 19466084791384 0 0 0 0
VM_ValueLength 13243032627567355103 0 0 0 0 0 0 0 0 0 0 0 0
VM_WrongArity 24 0
VM_Yield 1362697612937374608 0 0 0 0 0 0 0 0 0 0
VM_ZsetAdd 12166579013565844604 0 0 0 0 0 0 0 0 0 0
VM_ZsetFirstInLexRange 24 0
VM_ZsetFirstInScoreRange 24 0
VM_ZsetIncrby 12166579013565844604 0 0 0 0 0 0 0 0 0 0
VM_ZsetLastInLexRange 24 0
VM_ZsetLastInScoreRange 24 0
VM_ZsetRangeCurrentElement 11278592367663811860 0 0 0 0 0 0 0 0 0
VM_ZsetRangeEndReached 45039716238424 0 0 0 0
VM_ZsetRangeNext 9351193900437172976 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
VM_ZsetRangePrev 9351193900437172976 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
VM_ZsetRangeStop 9791466792382087208 0 0 0 0 0
VM_ZsetRem 13411320055748830341 0 0 0 0 0 0 0 0 0 0
VM_ZsetScore 5195164169713098518 0 0 0 0
VM__Assert 0 0
ValkeyModuleCommandDispatcher 304044123217 0 0 0
ValkeyModule_OnLoad_lua 24 1
ValkeyModule_OnUnload_lua 24 0
__syscall_poll 18446645383273239773 0 0 0 0 0 0
__wrap_activeExpireCycle 8497464074590238790 3260 3154 0 105 1 105 105
__wrap_anetTcp6Server 24 0
__wrap_anetTcpNonBlockConnect 99163 0 0
__wrap_anetTcpServer 24 0
__wrap_bg_unlink 259656970435920984 0 0 0 0 0 0 0 0
__wrap_call 5341411586445595254 323418 323418 323418 323418 0 0 0 0 0 0 0
__wrap_commandDocsCommand 0 84
__wrap_configSetCommand 13747674082568198086 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
__wrap_debugCommand 174663185 0 0
__wrap_dictGenCaseHashFunction 24 1742160
__wrap_dlclose 24 1
__wrap_dlopen 1549 1 0
__wrap_dlsym 7530449976001983830 1 1 0
__wrap_flushAppendOnlyFile 2753681 0 0
__wrap_monotonicInfoString 24 1
__wrap_mstime 24 106
__wrap_overMaxmemoryAfterAlloc 702668178520 837 0 0 0
__wrap_performEvictions 13239583773862638505 0 0 0 0 0
__wrap_processCommand 702535505421 1610435 35058 1610435 35058 0
__wrap_processEventsWhileBlocked 42129 0 0
__wrap_rdbSaveToReplicasSockets 10420385023088259148 0 0 0 0 0 0 0 0 0 0 0 0
__wrap_replicationStartPendingFork 2729105 0 0
__wrap_scriptInterrupt 1549 0 0
__wrap_scriptPrepareForRun 2696280 303331 0
__wrap_sdsMakeRoomForNonGreedy 3783036491891547 0 0 0 0
__wrap_ustime 24 1891750
__wrap_zmalloc_get_rss 24 106
__ziplistCascadeUpdate 10062704331866450537 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
__ziplistDelete 8083098735512234887 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
__ziplistInsert 2900055225692650212 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
_addReplyProtoToList 174663185 38902 0
_addReplyToBufferOrList 2696721 2426320 2387418
_crc64 2872165158829296857 256 256 2048 1024 1024
_quicklistBookmarkDelete 0 0
_quicklistBookmarkFindByName 1245362583049304 0 0 0
_quicklistBookmarkFindByNode 1245367951758424 4 0 0
_sdsMakeRoomFor 13263511262458342707 636924 628215 8709 8709 8709 272 8709 8059 0 2 0 8709 8709 0
_sdsnewlen 17731002347711156700 276089 9404 258533 9404 276089 43 0
_serverAssert 17573434817510689037 0 0 0 0 0 0 0 0
_serverAssertPrintClientInfo 9657372703549836277 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
_serverAssertPrintObject 217353643089 0 0 0
_serverAssertWithInfo 11043906705 0 0 0
_serverLog 0 2
_serverPanic 5038965197849293267 0 0 0 0 0 0 0 0 0
_writeToClient 2952104187918489934 34589 34589 0 34589 0 0 0 0 0 0 0 0 0 0 0
abortFailover 10837352739734070737 0 0 0 0 0 0 0 0
abortShutdown 12713036233714462677 0 0 0 0 0
acceptCommonHandler 11662057908594291082 1 0 0 0 0 0 0 0 0 0 0 0 0 0 0
acl.c:ACLAddAllowedFirstArg 12326471573954904629 0 0 0 0 0
acl.c:ACLChangeSelectorPerm 172500049 0 0 0
acl.c:ACLCheckChannelAgainstList 7621575652793007772 0 0 0 0 0 0 0 0
acl.c:ACLCheckPasswordHash 7562334555757179416 0 0 0 0 0 0 0 0 0
acl.c:ACLCopySelector 9567574973273906503 0 0 0 0 0
acl.c:ACLCopyUser 11043906705 0 0 0
acl.c:ACLCreateDefaultUser 24 1
acl.c:ACLCreateSelector 24 1
acl.c:ACLCreateUser 172590168 1 0
acl.c:ACLDatabasePermissionError 185286008276329560 0 0 0 0
acl.c:ACLDescribeSelector 4569042385896020928 0 0 0 0 0 0 0 0 0 0
acl.c:ACLDescribeSelectorCommandRules 17898059328730076632 0 0 0 0 0 0 0 0 0
acl.c:ACLFreeLogEntry 0 0
acl.c:ACLFreeSelector 0 0
acl.c:ACLFreeUserVoid 0 0
acl.c:ACLGetCommandBitCoordinates 11245552728 0 0
acl.c:ACLGetSelectorCommandBit 720789116448 0 0
acl.c:ACLHashPassword 1160280 0 0
acl.c:ACLKeyPatternCreate 24 0
acl.c:ACLKeyPatternFree 0 0
acl.c:ACLKillPubsubClientsIfNeeded 17698387707247817322 0 0 0 0 0 0
acl.c:ACLListDupKeyPattern 24 0
acl.c:ACLListDupSds 24 0
acl.c:ACLListDuplicateSelector 24 0
acl.c:ACLListFreeKeyPattern 0 0
acl.c:ACLListFreeSelector 0 0
acl.c:ACLListMatchKeyPattern 1567 0
acl.c:ACLListMatchLoadedUser 1567 0
acl.c:ACLListMatchSds 1567 0
acl.c:ACLLoadConfiguredUsers 10985657736659584891 1 0 0 0 0 0 0 0 0 0 0 0 0 0
acl.c:ACLLoadFromFile 12933486396311651185 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
acl.c:ACLLogMatchEntry 13409274060756247894 0 0 0 0 0 0 0
acl.c:ACLLookupCommand 24 0
acl.c:ACLMergeSelectorArguments 18019408413534234942 0 0 0 0 0 0 0 0 0 0 0
acl.c:ACLResetFirstArgs 7428903057726332616 1 1 0 0 0
acl.c:ACLResetFirstArgsForCommand 10977035345 0 0 0 0 0
acl.c:ACLSaveToFile 14417488243057321552 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
acl.c:ACLSelectorCanAccessDb 6050003429732828068 1880778 1880778 0 0 0 0 0
acl.c:ACLSelectorCanExecuteFutureCommands 24 0
acl.c:ACLSelectorCheckCmd 12697334699715401763 1891921 1854 1264 1399 1399 0 0 0 990 0 0 0 3053 0 0 0 0 0 1878389 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
acl.c:ACLSelectorCheckKey 12032763064193510809 0 0 0 0 0 0 0 0 0 0 0
acl.c:ACLSelectorHasUnrestrictedKeyAccess 11138621014636837297 1038 1038 0 0 0 0 0 0 0
acl.c:ACLSelectorRemoveCommandRule 14776638324633960899 0 0 0 0 0 0 0 0 0 0 0
acl.c:ACLSetSelector 12285453584388935698 4 1 4 3 0 1 3 2 0 1 1 0 0 0 0 1 1 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
acl.c:ACLSetSelectorCategory 11178443864 0 0
acl.c:ACLSetSelectorCommandBit 2952352217244881 0 0 0
acl.c:ACLSetSelectorCommandBitsForCategory 9502903051345 0 0 0 0
acl.c:ACLSetSelectorDatabasePermissions 3331586341452775872 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
acl.c:ACLShouldKillPubsubClient 15482966766627724982 0 0 0 0 0 0 0 0 0 0 0 0 0 0
acl.c:ACLStringHasSpaces 79702463260726360 0 0 0 0 0
acl.c:ACLUpdateCommandRules 2696269 0 0 0
acl.c:ACLUpdateInfoMetrics 3670176623175754153 0 0 0 0 0 0 0
acl.c:ACLUserGetRootSelector 921710208664 4 4 4
acl.c:aclAddReplySelectorDescription 10373309127886442330 0 0 0 0 0 0 0 0 0 0 0 0
acl.c:aclCatWithFlags 9502903051345 0 0 0 0
acl.c:aclCreateSelectorFromOpSet 1204640135209440020 0 0 0 0 0 0
acl.c:checkPasswordBasedAuth 46130418489304 0 0 0
acl.c:cleanupACLKeyResultCache 42129 1891921 0
acl.c:getClientType 4392071785034184760 0 0 0 0 0 0 0 0
acl.c:getUpcomingChannelList 9312745226036896785 0 0 0 0 0 0 0 0 0 0 0 0 0 0
acl.c:initACLKeyResultCache 0 1891921
acl.c:initGetKeysResult 0 0
acl.c:sdsCatPatternString 11533076418886742907 0 0 0 0
acl.c:sdsType 24 940
acl.c:sdslen 15480972859137949122 940 0 940 0 0 0 0
acl.c:shouldRestrictCmd 6353871 1890067 318077 11678 1474264 318077 1859692 1474264
acl.c:time_independent_strcmp 1160280 0 0
acl.c:trimACLLogEntriesToMaxLen 10001 0 0
aclAllowsAll 1567 69769
aclCommand 1576238543085499549 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
activeDefragAlloc 24 0
activeDefragSds 24 0
activeDefragStringOb 24 0
activeExpireCycle 16018765218340989314 3260 0 3154 995 2265 1132 0 0 0 0
activeExpireCycleTryExpire 1367524318376651360 15 15 0
addACLLogEntry 7876260577252412041 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
addAuthErrReply 2895582300022289 0 0 0
addClientToTimeoutTable 46130503394449 0 0 0
addCommandToBatchAndProcessIfFull 12235457135578823135 0 0 0 0 0 0 0 0 0 0 0 0 0 0
addExtendedReplyHelp 155865064529 160 2241 0 0
addInfoSectionsToDict 2323457105 0 0 0
addListListpackRangeReply 3790800016294508527 5536 0 252905 252905 252271 356
addListQuicklistRangeReply 11378420525542616512 7 0 0 110 110 91
addListRangeReply 9449068137479352203 5664 206 5376 25 121 5554 5543 39 132 7 5536
addModuleBoolConfig 0 0
addModuleConfigApply 4888369965189938718 0 0 0 0 0 0
addModuleEnumConfig 0 0
addModuleNumericConfig 0 0
addModuleStringConfig 0 0
addModuleUnsignedNumericConfig 0 0
addNodeDetailsToShardReply 16373400957826586795 0 0 0 0 0 0 0 0 0 0
addNodeReplyForClusterSlot 11006719270608468708 0 0 0 0 0 0
addNodeToNodeReply 11897382788344861371 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
addRdbReplicaToPsyncWait 16422557079690262042 0 0 0 0 0 0 0 0
addReply 11166888846285933227 623302 0 622970 623302 332 332
addReplyAggregateLen 3775343001413137 554519 554519 0
addReplyArrayLen 0 545656
addReplyAttributeLen 3516062 0 0
addReplyBigNum 175973585 26 26
addReplyBool 720786240337 32 32 32 0
addReplyBulk 613135335281546602 853889 0 0 0 853557 853564 332
addReplyBulkCBuffer 2956750263756305 3537509 0 3520592
addReplyBulkCString 175973585 16665 0
addReplyBulkLen 176236049 332 0
addReplyBulkLongLong 0 257173
addReplyBulkSds 176236049 7629 0
addReplyClusterLinkDescription 10452751124720915520 0 0 0 0 0 0
addReplyClusterLinksDescription 704394251805777 0 0 0 0
addReplyCommandArgList 8235496026305825093 214 680 132 273 15 135 0 131 82 598 598 598 598 36 132 273 15 135 0 131 82 598 598
addReplyCommandCategories 4834534481 10 210 25
addReplyCommandDocs 11779087562851066216 168 168 168 0 168 0 0 0 51 132 18 168 168 168 0 0 0 0 51 132 18
addReplyCommandFlags 38923898144236625 329 2661 587 2661 587
addReplyCommandHistory 18129 51 111
addReplyCommandInfo 7642568640333466239 343 59 0 10 0 0
addReplyCommandKeySpecs 8304945716246864367 10 4 1 1 4 0 4 0 0 4 0 3 1 0
addReplyCommandSubCommands 16126276883823879201 28 9 0 18 113 108
addReplyCommandTips 18129 10 7
addReplyDeferredLen 18125541362925546885 34910 0 0 0 0
addReplyDocFlagsForCommand 0 0
addReplyDouble 441606953649489009 256616 0 256616 257008 257008 257008
addReplyDoubleDistance 0 122
addReplyError 0 9879
addReplyErrorArity 0 100
addReplyErrorExpireTime 0 231
addReplyErrorFormat 0 4101
addReplyErrorFormatEx 0 0
addReplyErrorFormatInternal 0 4742
addReplyErrorLength 10996024465 17471 13093 17471 4378
addReplyErrorObject 0 4662
addReplyErrorSds 0 2850
addReplyErrorSdsEx 0 2850
addReplyErrorSdsExSafe 0 0
addReplyErrorSdsSafe 0 0
addReplyFlagsForArg 0 131
addReplyFlagsForCommand 0 10
addReplyFlagsForKeyArgs 0 188
addReplyHelp 0 160
addReplyHumanLongDouble 175973585 296 296
addReplyLoadedModules 2685514833 33 33 0
addReplyLongLong 704649303376914010 1022283 204907 20573 0
addReplyMapLen 14481486993 7718 7718 7718
addReplyNull 175973585 6090 6090
addReplyNullArray 175973585 1699 1699
addReplyOrErrorObject 17585633333709302699 15467 15467 15467 0 1578 15467 1578
addReplyProto 176236049 325374 0
addReplyPubsubMessage 11905087339352152891 0 0 0 0
addReplyPubsubPatMessage 2952346848568465 0 0 0
addReplyPubsubPatSubscribed 2952346848568465 0 0 0
addReplyPubsubPatUnsubscribed 8585374301005217683 0 0 0 0
addReplyPubsubSubscribed 2952346848568465 0 0 0
addReplyPubsubUnsubscribed 8585374301005217683 0 0 0 0
addReplyPushLen 921714611866 0 0 0
addReplyReplicationBacklog 5760653055578987497 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
addReplySds 176236049 0 0
addReplySetLen 863 1145 1145
addReplyStatus 0 3708
addReplyStatusFormat 0 185
addReplyStatusLength 0 3893
addReplyStreamID 0 627
addReplySubcommandSyntaxError 0 30
addReplyVerbatim 204124607688986490 107 107 0 0
addWritePreparedReplyArrayLen 3516062 5543 5543
addWritePreparedReplyBulkCBuffer 2696721 6466952 6451349
addWritePreparedReplyBulkLongLong 0 6138
addWritePreparedReplyBulkSds 0 0
addWritePreparedReplyMapLen 14481486993 0 0 0
addZpopInitialReply 15241381545965338828 147 67 67 67 0 80 0 0 0 0 80 80 80
adjustOpenFilesLimit 13853364783717987105 1 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
advance.c:before 2331431264164091974 0 0 0
advance.c:deleteFields 10759520275201401010 0 0 0 0 0 0 0 0
advance.c:earlier 99163 0 0
advance.c:expireDue 13932926391444942188 0 0 0 0 0 0 0 0
advance.c:expireFields 7549565321493454633 0 0 0 0 0 0 0
advance.c:expireKey 703745566225 0 0 0 0
advance.c:expires 406382234 0 0 0 0 0
advance.c:expiryMoment 2881779615237208 0 0 0 0 0 0
advance.c:findHash 1549 0 0
advance.c:firstField 116600549809316823 0 0 0 0 0 0
advance.c:getClientType 4392071785034184760 0 0 0 0 0 0 0 0
advance.c:isCron 6354911 0 0 0
advance.c:moment 99164 0 0
advance.c:moveTo 0 0
advance.c:nextMoment 99164 0 0
advance.c:pauseMoment 1549 0 0
advance.c:planAdd 2952340404496145 0 0 0 0 0 0
advance.c:planClear 145 0 0
advance.c:planFrom 9700658213969 0 0 0 0
advance.c:planTake 1451242802459044183 0 0 0 0 0 0 0
advance.c:planUntil 17335874063848913127 0 0 0 0 0 0
advance.c:runDue 2943548495308305 0 0 0
advance.c:sdsType 24 0
advance.c:sdslen 15480972859137949122 0 0 0 0 0 0 0
advance.c:tellOfFields 137054860387473 0 0 0
advance.c:timeoutMoment 99163 0 0
advance.c:timerMoment 18442934425116697110 0 0 0 0 0 0 0 0 0 0 0 0
advance.c:wall 24 0
ae.c:aeApiAddEvent 2402934294366556437 1 1 1 0 0
ae.c:aeApiCreate 17171712561012786780 1 0 0 0
ae.c:aeApiDelEvent 18270476230749876354 0 0 0 0
ae.c:aeApiFree 0 0
ae.c:aeApiName 24 1
ae.c:aeApiPoll 14516493540047513597 0 0 0 0 0 0 0 0 0 0 0
ae.c:aeApiResize 24 0
ae.c:processTimeEvents 13960857475873613334 3154 6347 19 0 1 19 0 0 231 212
ae.c:usUntilEarliestTimer 4460373847722929262 0 0 0 0 0 0 0 0 0
aeCreateEventLoop 14130457393455431442 1 0 0 1 1 0 0 10128 0 0
aeCreateFileEvent 6097222255560892549 1 0 0 0 0 1 0 1 1 0 0
aeCreateTimeEvent 2952352217244760 22 0 21
aeDeleteEventLoop 36250705 0 0 0
aeDeleteFileEvent 701769964661682507 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
aeDeleteTimeEvent 9516882138200 0 0 0
aeGetApiName 24 1
aeGetFileClientData 6645162045385956170 0 0 0
aeGetFileEvents 11245552728 0 0
aeGetSetSize 24 0
aeMain 9873 0 0
aePoll 3889194139819839592 0 0 0 0 0
aeProcessEvents 8691268632980145044 3154 0 0 0 3154 0 0 0 3154 3154 3154 3154 0 0 0 0 0 0 3154 3154 3154 0 0 0 0 0 0 0 0 0 0 0 0 0 3154
aeResizeSetSize 7300259758992434660 0 0 0 0 0 0 0 0 0 0 0
aeSetAfterSleepProc 0 1
aeSetBeforeSleepProc 0 1
aeSetCustomPollProc 0 1
aeSetDontWait 2696401 3154 0
aeSetPollProtect 2696401 0 0
aeStop 0 0
aeWait 4933166013536620334 0 0 0 0 0 0 0 0
afterCommand 2729105 1888593 1565175
afterErrorReply 10742983431832428769 22337 0 0 22112 8815 3043 8814 0 0 0 416 0 0 22337 22337 22337 22337 22337 22337 22337 22337 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
afterSleep 12169208388898619860 3154 3154 3154 0 3154 0 0 3154 0 0 0 0 0 3154
aggregateClientOutputBuffer 45924223681624 10 10 10
allPersistenceDisabled 6350815 0 0 0
allocatorDefragAlloc 24 0
allocatorDefragFree 0 0
allocatorDefragGetFragSmallbins 24 106
allocatorDefragInit 24 0
allocatorShouldDefrag 24 0
allocator_defrag.c:getClientType 4392071785034184760 0 0 0 0 0 0 0 0
allowProtectedAction 26029647839 0 0 0 0
alsoPropagate 4809926397497073773 1081521 1081521 0 0 0 0 0 0 0
analyzeLatencyForEvent 10741849937553166752 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
anet.c:_anetTcpServer 13151304732303977971 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
anet.c:anetCreateSocket 9399380535532254250 0 0 0 0 0 0 0 0 0 0 0 0 0
anet.c:anetGenericAccept 3681411013658108010 0 0 0 0 0
anet.c:anetGetSocketFlags 11262329944 0 0
anet.c:anetListen 6614634114506187239 0 0 0 0 0 0 0 0 0 0 0
anet.c:anetSetError 174663185 0 0
anet.c:anetSetReuseAddr 11262329944 0 0
anet.c:anetSetTcpNoDelay 11262329944 0 0
anet.c:anetTcpGenericConnect 1528463756793413574 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
anet.c:anetTcpGetProtocol 1549 0 0
anet.c:anetV6Only 11262329944 0 0
anetBlock 24 0
anetCloexec 14468532441649943442 1 0 0 0 0 1 1 0 0 0
anetDisableTcpNoDelay 24 0
anetEnableTcpNoDelay 24 0
anetFdToString 5389067116474154118 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
anetGetError 175973464 0 0
anetIsBlock 6783378920389574405 0 0 0
anetIsFifo 720789116447 0 0
anetKeepAlive 2199188546434282182 0 0 0 0 0 0
anetNonBlock 24 0
anetPipe 7139965034072705336 2 0 0 0 0 2 0 0 0 0 0 0 0 0 0 0 0 0
anetRecvTimeout 11262329944 0 0
anetResolve 12371179527188922406 0 0 0 0 0 0 0 0 0 0 0 0 0 0
anetRetryAcceptOnError 8268325383697742030 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
anetSendTimeout 11262329944 0 0
anetSetBlock 7316816036317813339 0 0 0 0 0
anetSetSockMarkId 11262329944 0 0
anetTcp6Server 24 0
anetTcpAccept 6271609343397529300 0 0 0 0 0 0 0
anetTcpNonBlockBestEffortBindConnect 2696280 0 0
anetTcpNonBlockConnect 24 0
anetTcpServer 24 0
anetUnixAccept 11262329944 0 0
anetUnixServer 14289742251153271735 0 0 0 0
anyOtherReplicaWaitRdb 38907352054830168 0 0 0 0 0
aof.c:getClientType 4392071785034184760 0 0 0 0 0 0 0 0
aof.c:moduleInitIOContext 0 0
aof.c:rewriteFunctions 2749481411622780474 0 0 0 0 0 0
aof.c:rioWrite 1396478662998249831 0 0 0 0 0 0 0 0 0 0
aof.c:rioWriteHashIteratorCursor 9664383212703031475 0 0 0 0
aof.c:sdsType 24 0
aof.c:sdsavail 15480972859137949122 0 0 0 0 0 0 0
aof.c:sdslen 15480972859137949122 0 0 0 0 0 0 0
aofDelHistoryFiles 5206582776807561269 0 0 0 0 0 0 0 0 0 0
aofDelTempIncrAofFile 217353643089 0 0 0
aofFileExist 24 0
aofFsyncInProgress 1568 0
aofInfoCreate 24 0
aofInfoDup 225028120 0 0
aofInfoFormat 172561240 0 0 0
aofInfoFree 921715123345 0 0 0
aofListDup 24 0
aofListFree 0 0
aofLoadManifestFromDisk 17316406246982243180 0 0 0 0 0 0 0 0
aofLoadManifestFromFile 7052102338063941961 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
aofManifestCreate 24 0
aofManifestDup 18318571712409334004 0 0 0 0 0
aofManifestFree 2895093879317649 0 0 0 0
aofManifestFreeAndUpdate 921715123345 0 0 0
aofOpenIfNeededOnServerStart 18048764478750816461 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
aofRemoveTempFile 2696401 0 0
aofRewriteLimited 14604502578519338281 0 0 0 0 0 0 0 0
aofUpgradePrepare 551905874623922985 0 0 0 0 0 0 0 0 0 0 0 0
aofWrite 14854053412538263601 0 0 0 0 0
aof_background_fsync 0 0
aof_background_fsync_and_close 0 0
appendCommand 11933098356466056220 501 220 0 2 0
appendServerSaveParams 0 3
applyWatchdogPeriod 2952346735551569 1 1 0
askingCommand 175973905 7 7
authCommand 7603491941187423906 0 0 0 0 0 0 0
authRequired 238921368 3264407 0 0 3264407 3264407
autoMemoryAdd 14165281500075263520 652005 652005 0 0
autoMemoryCollect 14575910554401371513 317523 317523 0 0 0 0 0 0 0
autoMemoryFreed 503519808463770261 645951 645951 0 0 0 0 0 0 0
auxAnnounceClientIpV4Getter 24 0
auxAnnounceClientIpV4Present 1568 0
auxAnnounceClientIpV4Setter 4905644905663020102 0 0 0 0 0 0
auxAnnounceClientIpV6Getter 24 0
auxAnnounceClientIpV6Present 1568 0
auxAnnounceClientIpV6Setter 4905644905663020102 0 0 0 0 0 0
auxAnnounceClientTcpPortGetter 24 0
auxAnnounceClientTcpPortPresent 6350619 0 0 0
auxAnnounceClientTcpPortSetter 16005658489101631703 0 0 0 0 0 0 0
auxAnnounceClientTlsPortGetter 24 0
auxAnnounceClientTlsPortPresent 6350619 0 0 0
auxAnnounceClientTlsPortSetter 16005658489101631703 0 0 0 0 0 0 0
auxAvailabilityZoneGetter 24 0
auxAvailabilityZonePresent 24 0
auxAvailabilityZoneSetter 44976264807512 0 0 0 0
auxHumanNodenameGetter 24 0
auxHumanNodenamePresent 24 0
auxHumanNodenameSetter 44976264807512 0 0 0 0
auxShardIdGetter 24 0
auxShardIdPresent 24 0
auxShardIdSetter 6207509935616746505 0 0 0 0 0 0
auxTcpPortGetter 24 0
auxTcpPortPresent 6350747 0 0 0
auxTcpPortSetter 16005658489101631703 0 0 0 0 0 0 0
auxTlsPortGetter 24 0
auxTlsPortPresent 6350747 0 0 0
auxTlsPortSetter 16005658489101631703 0 0 0 0 0 0 0
backfillRdbReplicasToPsyncWait 15865010702314354116 0 0 0 0 0 0 0
background.c:getClientType 4392071785034184760 0 0 0 0 0 0 0 0
background.c:noteSync 7978047346867826436 0 0 0 0 0 0 0 0 0
backgroundLeave 0 0
backgroundRewriteDoneHandler 13430687706830576424 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
backgroundSaveDoneHandler 11865553335401748263 0 0 0 0 0 0 0 0
backgroundSlotMigrationDoneHandler 8887801833659429022 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
backgroundSynced 2749585 0 0
beforeNextClient 8599240902277006068 1236422 0 0 0 1236422
beforeSleep 12321410283321290779 3154 2 0 0 0 0 0 0 0 0 3154 3154 3154 3154 3154 3154 0 0 0 3154 3154 0 3154 3154 0 0 0 0 0 0 0 0 3154 0 0 0 0 0 0 3112 21 3154
bg_unlink 8881331914075005893 0 0 0
bgrewriteaofCommand 7259026481789011125 0 0 0 0 0 0 0 0
bgsaveCommand 4902973142519473557 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
bioCreateCloseAofJob 863 0 0
bioCreateCloseJob 42129 0 0
bioCreateFsyncJob 175449617 0 0
bioCreateLazyFreeJob 921714312913 61 61 183
bioCreateSaveRDBToDiskJob 0 0
bioCreateTlsReloadJob 0 0
bioDrainWorker 14359905977011558959 0 0 0 0 0 0
bioInit 0 1
bioKillThreads 0 0
bioPendingJobsOfType 17027171745115749706 0 0 0 0 0 0
bitcountCommand 16122557303182604427 762 545 433 217 756 433 26 207 152 51 514 16 4 495 1 29 70 29 183 70 140 154 162 113 107 330 39 140 39 214 3 432 63 39 151 143 31 31
bitfieldCommand 0 1116
bitfieldGeneric 11646606726615514531 1492 3146 1314 1319 1314 598 600 598 624 625 624 579 579 579 126 117 224 130 61 1140 921 63 505 3 208 3 0 4 1987 930 1536 1057 411 206 15 20 406 35 5 400 59 6 273 151 149 494 300 25 476 93 18 626 3615 851 3184 2764 481 559
bitfieldGetKeys 6053694060953325047 577 883 229 229 229 433 434 433 436 220 217 217 217 140
bitfieldroCommand 0 376
bitmapClearBit 0 0
bitmapSetBit 0 0
bitmapTestBit 1568 0
bitopCommand 18048711015873836797 854 274 274 274 721 580 146 146 146 580 434 142 142 142 434 292 135 135 135 292 157 0 135 0 1508 938 10 12 3 377 287 302 273 330 25 25 25 6 12 6 8 8388616 6 2 6 0 9 10 4533 1396 433 5233 2731 5233 1668 1889 1676 1649 1486 557 330 61
bitops.c:getClientType 4392071785034184760 0 0 0 0 0 0 0 0
bitops.c:sdsType 24 9177
bitops.c:sdslen 15480972859137949122 9177 0 1635 7523 17 2 0
bitposCommand 2618290733121237278 727 14 170 533 170 377 269 166 421 269 17 98 73 23 243 7 0 351 115 72 134 150 93 123 215 17 72 17 163 0 306 200 65 14 10 3 9 3 2 11 7 5 4 6 130 128 4 3 2 3 143 4 17 4 46 17 114
blmoveCommand 13549333901850781045 0 0 0 0
blmoveGenericCommand 7014059931179159042 0 0 0 0 0
blmpopCommand 0 0
blmpopGetKeys 24 0
blockClient 7865577582305631732 0 0 0 0 0 0 0
blockClientForReplicaAck 3516063 0 0
blockClientShutdown 0 0
blockForKeys 11538893959983826971 0 0 0 0 0 0 0 0
blockPostponeClient 3516063 0 0
blocked.c:elapsedStart 0 0
blocked.c:elapsedUs 24 0
blocked.c:getBlockedTypeByType 6797617422282759021 540189 0 1764 3510 0 103731 431184
blocked.c:getClientFromBlockingKeysList 14592748758970990421 0 0 0 0
blocked.c:getClientType 4392071785034184760 0 0 0 0 0 0 0 0
blocked.c:handleClientsBlockedOnKey 15782597897207782100 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
blocked.c:moduleUnblockClientOnKey 172546065 0 0 0
blocked.c:releaseBlockedEntry 1137122190827077030 0 0 0 0 0 0 0
blocked.c:signalKeyAsReadyLogic 16534205576344346568 540189 431184 109005 109005 109005 0 0 0 0
blocked.c:unblockClientOnKey 9632379006038943267 0 0 0 0 0 0 0 0 0 0
blocked.c:unblockClientWaitingData 46130503362577 0 0 0
blockedBeforeSleep 2895093879317649 3154 0 3154 0
blockedClientMayTimeout 7343749265858289423 0 0 0 0 0 0 0 0 0
blockingGenericZpopCommand 15055301151746998248 0 0 0 0 0 0 0 0 0 0 0
blockingOperationEnds 2729105 0 0
blockingOperationStarts 2729105 0 0
blockingPopGenericCommand 3936400449010382679 20 0 20 17 2 0 0 0 0 1 1 17
blpopCommand 0 20
boot.c:bootCommon 2753681 1 0
boot.c:bootOwn 0 1
boot.c:bootTimersIn 273 1 2
boot.c:clearFreeMemory 769866830327632454 0 0 0 0 0 0
boot.c:configureBoot 9734766808406773700 1 0 0 0 1 0
boot.c:forgetSlowBoot 18129 1 3
boot.c:getClientType 4392071785034184760 0 0 0 0 0 0 0 0
boot.c:pollNothing 24 3154
boot.c:seedHashes 0 1
boot.c:seedRandom 1160017 1 128 64
bootIdentity 0 1
bootTimers 0 1
brpopCommand 0 0
brpoplpushCommand 176236049 0 0
bufferReplData 13973611087227824566 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
bugReportEnd 8306206824727855903 0 0 0 0 0 0 0 0 0
bugReportStart 9125110810313497974 0 0 0 0 0
busy.c:getClientType 4392071785034184760 0 0 0 0 0 0 0 0
busy.c:hearOthers 0 0
bytesToHuman 13311491386701883247 3 0 0 3 0 0 0
bzmpopCommand 0 0
bzmpopGetKeys 24 0
bzpopmaxCommand 0 0
bzpopminCommand 0 0
call 2980959132901649879 1888593 0 1888591 0 0 1888593 0 314223 0 0 0 0 0 0 314223 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 1888593 1888593 0 0 0 1879912 0 0 1888593 1182907 0 0 0 1182907 0 0 1565175 1888593 1888593 1888593 1577155 1888593 1577155 1888593 1888593 116288 116288 1888593 1888593 1888593 1888593 1888593 1888593 1888593 1575621 1575621 1575621 1577910 1575621 1882648 1577910 1059098 3164 2975 0 1575621 1575621 1575621 1575621 0 1575621 1575621 1575621 1575621 1059323 398758 399391 398758 399601 399391 400310 399601 0 0 0 398758 0 1888593 1888591 292 0 0 1884312 0
callReplyCreate 24 5945
callReplyCreateError 176235608 0 0
callReplyCreatePromise 24 0
callReplyDeferredErrorList 24 0
callReplyGetArrayElement 11279107160 5945 0
callReplyGetAttribute 24 0
callReplyGetAttributeElement 24 0
callReplyGetBigNumber 11279107160 0 0
callReplyGetBool 11279107160 0 0
callReplyGetDouble 11279107160 0 0
callReplyGetLen 128388332234310232 5945 0 0 0 5945 0 0 0 0
callReplyGetLongLong 11279107160 0 0
callReplyGetMapElement 24 0
callReplyGetPrivateData 24 5945
callReplyGetProto 24 0
callReplyGetSetElement 11279107160 0 0
callReplyGetString 9614509934997029296 5945 0 0 0 0 0 5945
callReplyGetVerbatim 2956750263755864 0 0 0
callReplyIsResp3 24 0
callReplyType 11178443864 23780 0
call_reply.c:callReplyArray 0 5945
call_reply.c:callReplyAttribute 0 0
call_reply.c:callReplyBigNumber 0 0
call_reply.c:callReplyBool 0 0
call_reply.c:callReplyBulkString 0 11890
call_reply.c:callReplyDouble 0 0
call_reply.c:callReplyError 0 0
call_reply.c:callReplyGetCollectionElement 11245552728 5945 0
call_reply.c:callReplyGetMapElementInternal 9369139755807541274 0 0 0 0 0
call_reply.c:callReplyLong 0 0
call_reply.c:callReplyMap 0 0
call_reply.c:callReplyNull 0 0
call_reply.c:callReplyNullArray 13 0 0
call_reply.c:callReplyNullBulkString 0 0
call_reply.c:callReplyParse 2696721 41615 35670
call_reply.c:callReplyParseCollection 1244951204140113 5945 11890 11890 0
call_reply.c:callReplyParseError 0 0
call_reply.c:callReplySet 0 0
call_reply.c:callReplySetSharedData 0 11890
call_reply.c:callReplySimpleStr 13 0 0
call_reply.c:callReplyVerbatimString 0 0
call_reply.c:freeCallReplyInternal 3424387770199311555 17835 5945 11890 11890 11890 0 17835 17835 0 0
call_reply.c:getClientType 4392071785034184760 0 0 0 0 0 0 0 0
call_reply.c:replyHandlersArray 2895087587861649 278 278 830 278
call_reply.c:replyHandlersAttribute 2895087587861649 0 0 0 0
call_reply.c:replyHandlersBigNumber 174663185 0 0
call_reply.c:replyHandlersBool 174663185 0 0
call_reply.c:replyHandlersBulkString 174663185 1383 0
call_reply.c:replyHandlersDouble 174663185 0 0
call_reply.c:replyHandlersError 174663185 263 0
call_reply.c:replyHandlersLong 174663185 313120 0
call_reply.c:replyHandlersMap 2895087587861649 32 32 0 32
call_reply.c:replyHandlersNull 174663185 22 0
call_reply.c:replyHandlersNullArray 174663185 17 0
call_reply.c:replyHandlersNullBulkString 174663185 94 0
call_reply.c:replyHandlersParseError 174663185 0 0
call_reply.c:replyHandlersSet 2895087587861649 27 27 140 27
call_reply.c:replyHandlersSimpleStr 174663185 161 0
call_reply.c:replyHandlersVerbatimString 174663185 0 0
call_reply.c:sdsType 24 5945
call_reply.c:sdslen 15480972859137949122 5945 0 0 5945 0 0 0
canFeedReplicaReplBuffer 185317267285312600 0 0 0
canParseCommand 16755713656817402351 1599418 0 0 1599418 1599418 0 0 0 0 0 1599418 1599418
canSlotMigrationJobSendAck 3371585806927459733 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
cancelReplicationHandshake 16227724185247546703 0 0 0 0 0 0 0 0 0 0
catAppendOnlyGenericCommand 1160280 0 0
catClientInfoShortString 6421037475147242435 0 0 0 0 0 0 0 0
catClientInfoString 11796756021301828441 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
catSubCommandFullname 24 142
categoryFlagsFromString 9881765329137736502 0 0 0 0 0 0
changeListener 5267997854962877174 0 0 0 0 0 0
changeReplicationId 0 2
channelList 16444571552717669883 85 85 85 0 0 0 0
checkAlreadyExpired 6351338041183613233 18496 0 18496 0 558 558 558 558 558 558
checkBlockedClientTimeout 184148435742570001 0 0 0 0 0 0
checkChildrenDone 17423265894317679980 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
checkClientOutputBufferLimits 11373957862825629546 45123 0 0 0 43878 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 45123 45123
checkForSentinelMode 11283555553575592660 0 0 0 0 0
checkGoodReplicasStatus 1665629267614 1356586 0 0 1356586 0 1356586 1356586
checkIgnoreWarning 1771297853409459597 0 0 0 0
checkModuleAuthentication 2516376213766870451 0 0 0 0 0 0 0 0 0 0 0
checkMultiPartAof 11092041841924721556 0 0 0 0 0 0 0
checkOldStyleAof 0 0
checkOvercommit 14264169183049438868 0 0 0 0
checkPrefixCollisionsOrReply 5860105620890689551 0 0 0 0 0 0 0
checkSignedBitfieldOverflow 1332176425270245448 411 95 27 384 397 302 13 76 0 273 76 27 22 2 8 376 380 285 4 6 0 104 6 8 6 0 28 28 14
checkSingleAof 6368211314949191053 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
checkSlotAssignmentsOrReply 3361340298415714541 0 0 0 0 0 0 0 0 0
checkSlotExportOwnership 10693228416653780971 0 0 0 0 0 0 0 0 0 0
checkTHPEnabled 14264169183049438868 0 0 0 0
checkTcpBacklogSettings 4479256336644393546 0 0 0 0 0 0 0 0
checkType 702768841816 1239814 1014 1221549 1014
checkUnsignedBitfieldOverflow 2013473506364521206 519 0 197 370 143 48 197 173 6 103 116 103 103 90 6 263
checkXenClocksource 188950191142409304 0 0 0
childEnded 0 0
childLeave 0 0
childReady 0 0
childSnapshotForSyncSlot 8531248013776539339 0 0 0 0 0
childinfo.c:getClientType 4392071785034184760 0 0 0 0 0 0 0 0
cleanupSlotImportsWithReason 2144889315945650546 0 0 0 0 0 0 0
cleanupThreadResources 0 0
cleanupTransferResources 3183333299588843507 0 0 0 0
clearCachedClusterSlotsResponse 4750648401 0 0 0
clearClientConnectionState 5603633599361800876 334626 0 0 334626 334626 334626 334626 334626 0 0
clearFailoverState 42129 0 0
clearNodeFailureIfNeeded 14664335203276318426 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
clearReplicationId2 0 1
clientAcceptHandler 18224284124582107926 1 0 0 0 1 1 1 0 0 0 0 0 0 0
clientCachingCommand 9090899607857886443 0 0 0 0 0 0
clientCapaCommand 304043598929 0 0 0
clientCommand 0 0
clientCommandArgShouldBeRedacted 8399864969587877813 24 5 0
clientConnPostponeMask 174924888 0 0
clientEvictionAllowed 9294849830007321184 2881552 2881552 0 0 0 0 0 0 0
clientGetNameCommand 2696401 0 0
clientGetredirCommand 2696401 0 0
clientHasPendingIO 6354976 10 10 10
clientHasPendingReplies 11285552893866852832 5666829 0 0 0 0 0 0 0 0 3400270 1328909
clientHashtableTypeMetadataSize 24 0
clientHelpCommand 0 0
clientIDCommand 0 0
clientImportSourceCommand 12607319349751083392 0 0 0 0 0 0
clientInfoCommand 0 0
clientKillCommand 4472368928406287812 0 0 0 0 0 0 0 0 0 0 0
clientListCommand 4524885909343051522 0 0 0 0 0
clientNoEvictCommand 4424126347389208538 0 0 0
clientNoTouchCommand 187542816174978129 0 0 0
clientPauseCommand 12569601183849120164 0 0 0 0 0
clientReplyCommand 16866572148397841100 0 0 0 0 0
clientSetName 9374974141121206355 0 0 0 0 0 0
clientSetNameCommand 2749585 0 0
clientSetNameOrReply 175973464 0 0
clientSetUser 42129 334639 334639
clientSetinfoCommand 7323348586374415087 0 0 0 0 0 0
clientShardSubscriptionsCount 24 0
clientSubscriptionsCount 24 0
clientSupportStandAloneRedirect 6349722 1573274 0 0 1573274 0
clientTotalPubSubSubscriptionCount 24 0
clientTrackingCommand 6721403300844137999 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
clientTrackingInfoCommand 3475257462572572080 0 0 0 0 0 0 0 0 0 0 0 0 0 0
clientUnblockCommand 420043935685068099 0 0 0 0 0 0 0 0 0 0 0
clientUnpauseCommand 0 0
clientsCronHandleTimeout 16971937839537268251 106 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
clientsCronResizeOutputBuffer 13372315204892535703 106 0 0 106 106 10 102 10 1 13 72 13 1 106 23 0 3 106 3 23 0
clientsCronResizeQueryBuffer 17744215147411191925 106 19 87 0 0 0 0 3 3 3 3 0 0 0 87 0 0 0
clientsCronTrackExpensiveClients 11708384648462556062 106 87 0 10 0
clientsTimeProc 15950801716046881052 106 106 106 0 0
clock.c:clockRefresh 0 453341
clock.c:getClientType 4392071785034184760 0 0 0 0 0 0 0 0
clock.c:readMonotonic 18016523137877636788 4777889 1922593 575813 4468565 4465407 266489 4465407 4465407 450062 1302931
clock.c:takesLong 12907922594149178485 4465407 2367186 668751 266489 1069315 668751 1480922 1069315
clockAdvance 10019269938997196243 0 0 0 0 0 0 0 0
clockAnew 0 0
clockEntered 0 1252302
clockInit 0 1
clockSpent 99164 3279 3279
clockTimeouts 0 0
clockWatch 0 3261
closeChildInfoPipe 10997597329 0 0 0 0
closeChildUnusedResourceAfterFork 171574417 0 0 0 0
closeClientOnOutputBufferLimitReached 8625908951162749904 45283 54 45229 45229 106 45123 106 106 106 106 0 0 0 0 0 0 0 0 0 0
closeDirectLogFiledes 522822801 0 0
closeListeningSockets 13761159460241234046 0 0 0 0 0 0 0 0 0 0 0 0 0 0
closeRepldbfd 7880155023586883418 0 0 0 0 0 0
cluster.c:clusterscanFingerprint 6908589453990565737 0 0 0 0
cluster.c:connBlockingConnect 24 0
cluster.c:connClose 0 0
cluster.c:connCreate 24 0
cluster.c:connIsTLS 99231 0 0 0
cluster.c:connSyncReadLine 24 0
cluster.c:connSyncWrite 24 0
cluster.c:getClientType 4392071785034184760 0 0 0 0 0 0 0 0
cluster.c:initGetKeysResult 0 0
cluster.c:isValidAuxChar 2882746923947551 0 0 0 0
cluster.c:parseClusterScanCursor 6188807682406846567 0 0 0 0 0 0 0
cluster.c:rdbIsForeignVersion 6350749 86 11 0
cluster.c:sdsType 24 224
cluster.c:sdslen 15480972859137949122 224 0 0 216 8 0 0
cluster.c:shouldReturnTlsInfo 702535513617 0 0 0 0
clusterAcceptHandler 15116437678527634677 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
clusterAddNode 3516063 0 0
clusterAddNodeToShard 10546764564594028956 0 0 0 0
clusterAddSlot 172590168 0 0
clusterAllReplicasThinkPrimaryIsFail 6978921286186578014 0 0 0 0 0
clusterAllowFailoverCmd 11178443864 0 0
clusterAutoFailoverOnShutdown 16432036779480206663 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
clusterBeforeSleep 8700343831611240688 0 0 0 0 0 0 0 0 0 0 0 0 0 0
clusterBlacklistAddNode 2749585 0 0
clusterBlacklistCleanup 171973616721 0 0 0
clusterBlacklistExists 2072 0
clusterBroadcastMessage 171971277905 0 0 0
clusterBroadcastPong 11181448366897278070 0 0 0 0 0 0 0 0 0 0 0 0 0
clusterBumpConfigEpochWithoutConsensus 642806126396469146 0 0 0 0 0 0
clusterCleanSlotImportsAfterLoad 174663185 0 0
clusterCleanSlotImportsBeforeLoad 217353643089 0 0 0
clusterCleanSlotImportsOnFullSync 0 0
clusterCleanSlotImportsOnPromotion 0 0
clusterCloseAllSlots 0 0
clusterCommand 618497582527798325 38 38 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
clusterCommandCancelSlotMigrations 6088838752609744392 0 0 0 0 0 0 0 0
clusterCommandExtendedHelp 24 0
clusterCommandFlushslot 603021245107114194 0 0 0 0 0
clusterCommandGetSlotMigrations 17486548063847856601 0 0 0 0 0 0 0 0 0
clusterCommandHelp 0 0
clusterCommandMigrateSlots 1318891054155424674 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
clusterCommandMyId 2696401 0 0
clusterCommandMyShardId 2696401 0 0
clusterCommandSetSlot 1006877607480459551 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
clusterCommandShards 14577677290921130731 0 0 0 0 0 0 0 0 0 0 0
clusterCommandSlots 15459776828612898886 0 0 0 0 0 0 0 0
clusterCommandSpecial 531570515587952446 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
clusterCommandSyncSlots 13018081668705672948 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
clusterCommandSyncSlotsAck 2930361984742545 0 0 0
clusterCommandSyncSlotsCapa 24 0
clusterCommandSyncSlotsEstablish 12553593498447862477 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
clusterCommandSyncSlotsFailoverGranted 16790791161345347010 0 0 0 0 0 0
clusterCommandSyncSlotsFinish 1202597180423063557 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
clusterCommandSyncSlotsPaused 16790791161345347010 0 0 0 0 0 0
clusterCommandSyncSlotsRequestFailover 8992734956069224240 0 0 0 0 0 0 0 0 0 0
clusterCommandSyncSlotsRequestPause 7042050076508428197 0 0 0 0 0 0 0 0 0 0
clusterCommandSyncSlotsSnapshotEof 17500683669407197093 0 0 0 0 0 0 0 0
clusterCountNonFailingReplicas 19458790331480 0 0 0
clusterCreatePublishMsgBlock 237082419323810904 0 0 0 0
clusterCron 780762006269900630 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
clusterDebugCommandExtendedHelp 24 0
clusterDecodeOpenSlotsAuxField 11232779281822365632 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
clusterDelNode 8955390706803757414 0 0 0 0 0 0 0 0 0 0
clusterDelNodeSlots 15523188206756606971 0 0 0 0 0 0
clusterDelSlot 187543167072577496 0 0 0
clusterDoBeforeSleep 42129 0 0
clusterEncodeOpenSlotsAuxField 17172426982904918749 0 0 0 0 0 0 0 0
clusterFailAllSlotExportsWithMessage 979929625554338863 0 0 0 0
clusterFailoverReplaceYourPrimary 5756348087386396161 0 0 0 0 0 0 0 0 0 0
clusterFeedSlotExportJobs 16092844192793911334 0 0 0 0 0 0 0 0 0 0 0 0 0 0
clusterFreeNodesSlotsInfo 0 0
clusterGenNodeDescription 6331229458276802415 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
clusterGenNodesDescription 11006161785944 0 0 0
clusterGenNodesSlotsInfo 12345951986977878930 0 0 0 0 0 0 0 0 0 0 0
clusterGetFailedPrimaryRank 2121417424458115919 0 0 0 0 0 0 0 0 0 0 0 0
clusterGetMaxEpoch 14097535450445001097 0 0 0 0
clusterGetMessageTypeString 14755172237055848620 0 0 0 0 0 0 0 0 0 0 0 0 0
clusterGetNodesInMyShard 99168 0 0
clusterGetReplicaRank 17384632885788919884 0 0 0 0 0 0 0 0 0 0
clusterGetTotalSlotExportBufferMemory 5152639485830296775 0 0 0 0 0
clusterHandleConfigEpochCollision 18104999196367690303 0 0 0 0 0 0 0 0 0
clusterHandleFlushDuringSlotMigration 148617393233 0 0 0
clusterHandleManualFailover 17219199389188537991 0 0 0 0 0 0 0
clusterHandleReplicaFailover 3123217794382153269 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
clusterHandleReplicaMigration 10435228342141633375 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
clusterHandleServerShutdown 12810194261406316297 0 0 0 0 0
clusterHandleSlotMigrationClientClose 14354050249337723259 0 0 0 0 0 0 0 0
clusterHandleSlotMigrationClientOOM 6441990946454580583 0 0 0 0 0
clusterHandleSlotMigrationErrorResponse 703743993361 0 0 0 0
clusterInit 3134999998373075351 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
clusterInitLast 10571185249521755267 0 0 0 0 0 0 0 0 0
clusterIsAnySlotExporting 7274085272954421839 1084522 1084522 0 0 0 0 0
clusterIsAnySlotImporting 7274085272954421839 3005 3005 0 0 0 0 0
clusterIsSlotExporting 2658942200125435311 0 0 0 0 0
clusterIsSlotImporting 2658942200125435311 0 0 0 0 0
clusterIsValidPacket 10103625007036851066 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
clusterKeySlotCommand 0 0
clusterLinkConnectHandler 4482205120006791105 0 0 0 0 0 0 0 0
clusterLoadConfig 3830324396447816420 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
clusterLockConfig 142382357286765748 0 0 0 0 0 0 0 0 0 0
clusterLogCantFailover 3854353071874563904 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
clusterLogFailReason 2813182824512108374 0 0 0 0 0 0 0 0
clusterLookupNode 2632217098578521982 0 0 0
clusterManualFailoverTimeLimit 24 0
clusterMarkImportingSlotsInDb 18097350768963460766 0 0 0 0
clusterMoveNodeSlots 13185748110721187679 0 0 0 0 0 0 0 0 0 0 0 0 0
clusterNodeAddFailureReport 3341564871206569479 0 0 0 0 0
clusterNodeAddReplica 1245367951758424 0 0 0
clusterNodeCleanupFailureReports 5078644298371260735 0 0 0 0
clusterNodeClearSlotBit 2696280 0 0
clusterNodeClientPort 2296634543838411234 0 0 0 0 0 0 0 0 0 0
clusterNodeCoversSlot 24 0
clusterNodeDelFailureReport 9516882138200 0 0 0
clusterNodeFailureReportsCount 24 0
clusterNodeGetName 24 0
clusterNodeGetPrimary 3849456386153696504 0 0 0 0 0
clusterNodeGetReplica 24 0
clusterNodeGetShardId 24 0
clusterNodeHostname 24 0
clusterNodeIp 6740719860510736052 0 0 0 0 0
clusterNodeIsFailing 24 0
clusterNodeIsMyself 1567 0
clusterNodeIsNoFailover 24 0
clusterNodeIsPrimary 24 0
clusterNodeIsReplica 24 0
clusterNodeIsVotingPrimary 1550 0 0 0
clusterNodeNumReplicas 24 0
clusterNodePending 24 0
clusterNodePreferredEndpoint 2280195973740224775 0 0 0 0 0 0 0 0
clusterNodeRemoveReplica 12754489772908203839 0 0 0 0 0
clusterNodeSetSlotBit 2930346907477073 0 0 0 0 0
clusterNodeTimedOut 24 0
clusterParseSetSlotCommand 2176111497385624888 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
clusterPrimariesHaveReplicas 15961823040375338313 0 0 0 0
clusterProcessGossipSection 15306685517035681100 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
clusterProcessPacket 8791933315998084388 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
clusterProcessPingExtensions 2899590062619148042 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
clusterPromoteSelfToPrimary 0 0
clusterPropagatePublish 181088783346187798 0 0 0 0 0 0 0
clusterRDBLoadSlotImport 4080204792003650469 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
clusterRDBSaveSlotImports 5932374030856030651 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
clusterReadHandler 15944382494266359997 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
clusterRedirectBlockedClientIfNeeded 293246000837930178 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
clusterRedirectClient 15296935256554049952 0 0 0 0 0 0 0 0 0 0
clusterRemoveNodeFromShard 17110941220478258143 0 0 0 0
clusterRenameNode 9751623009111228597 0 0 0 0
clusterRequestFailoverAuth 45235840873617 0 0 0 0 0
clusterReset 11444071669294874805 0 0 0 0 0 0 0 0 0 0 0 0 0 0
clusterSaveConfig 11205659057360490992 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
clusterSaveConfigOrDie 16292829086727864839 0 0 0 0
clusterSaveConfigOrLog 7901096237334316167 0 0 0 0 0
clusterSendFail 0 0
clusterSendFailoverAuth 174663185 0 0
clusterSendFailoverAuthIfNeeded 12068232641202717745 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
clusterSendMFStart 174663185 0 0
clusterSendMessage 4603978418766551952 0 0 0 0 0 0
clusterSendModule 8015015798620915172 0 0 0 0 0 0 0 0
clusterSendModuleMessageToTarget 7499760366737168638 0 0 0 0 0 0
clusterSendPing 731769556408279043 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
clusterSendUpdate 46130503370449 0 0 0
clusterSetGossipEntry 2696401 0 0
clusterSetNodeAsPrimary 18005169548625379378 0 0 0 0 0 0 0
clusterSlotByCommand 11099769253756697481 0 0 0 0 0
clusterSlotFailoverGranted 14106403670479261921 0 0 0 0 0
clusterSlotMigrationCron 4031572666169606039 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
clusterSlotMigrationShouldInstallWriteHandler 2882541839259168 1249156 1249156 0 0
clusterSlotStatReset 0 0
clusterSlotStatResetAll 0 0
clusterSlotStatsAddCpuDuration 5060872190249851796 1888593 1888593 0 0 0
clusterSlotStatsAddNetworkBytesInForUserClient 2930361984742545 1612542 1612542 0
clusterSlotStatsAddNetworkBytesOutForShardedPubSubInternalPropagation 5060872190249851796 0 0 0 0 0
clusterSlotStatsAddNetworkBytesOutForSlot 5060872190249851796 1888593 1888593 0 0 0
clusterSlotStatsAddNetworkBytesOutForUserClient 0 1888593
clusterSlotStatsCommand 13336495082575880435 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
clusterSlotStatsDecrNetworkBytesOutForReplication 0 0
clusterSlotStatsEnabled 6349728 5389728 0 0 0 0
clusterSlotStatsIncrNetworkBytesOutForReplication 0 0
clusterUpdateMyselfAnnouncedPorts 174663185 0 0
clusterUpdateMyselfAvailabilityZone 174663185 0 0
clusterUpdateMyselfClientIpV4 174663185 0 0
clusterUpdateMyselfClientIpV6 174663185 0 0
clusterUpdateMyselfFlags 187543167068406929 0 0 0 0
clusterUpdateMyselfHostname 174663185 0 0
clusterUpdateMyselfHumanNodename 174663185 0 0
clusterUpdateMyselfIp 11443447906239927255 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
clusterUpdateSlotExportsOnOwnershipChange 3913572553763120884 0 0 0 0 0 0 0 0 0
clusterUpdateSlotImportsOnOwnershipChange 11977740556234727939 0 0 0 0 0 0 0 0 0 0 0
clusterUpdateSlots 16713401700497754971 0 0 0 0 0 0
clusterUpdateSlotsConfigWith 3892974326948012806 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
clusterUpdateState 17342769667184990207 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
clusterWriteHandler 16684657598581135857 0 0 0 0 0 0 0 0 0 0 0 0 0 0
cluster_legacy.c:areInSameShard 1567 0
cluster_legacy.c:bswap64 24 0
cluster_legacy.c:clusterBuildMessageHdr 16647675687218201073 0 0 0 0 0 0 0 0 0 0 0
cluster_legacy.c:clusterBuildMessageHdrLight 0 0
cluster_legacy.c:clusterBusAddNetworkBytesByType 1177996873298814753 0 0 0 0 0 0 0 0
cluster_legacy.c:clusterConnAcceptHandler 8218482392571968499 0 0 0 0
cluster_legacy.c:clusterExtractSlotFromWord 24 0
cluster_legacy.c:clusterHandshakeInProgress 15852363454284823377 0 0 0 0 0 0 0 0
cluster_legacy.c:clusterLinkGetHumanNodeName 1549 0 0
cluster_legacy.c:clusterLinkGetNodeName 1549 0 0
cluster_legacy.c:clusterLogSlotRangeMigration 217353643089 0 0 0
cluster_legacy.c:clusterMsgSendBlockDecrRefCount 58989734392977 0 0 0
cluster_legacy.c:clusterNodeCronFreeLinkOnBufferLimitReached 0 0
cluster_legacy.c:clusterNodeCronHandleReconnect 15831238057900560177 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
cluster_legacy.c:clusterNodeIterInitAllNodes 0 0
cluster_legacy.c:clusterNodeIterInitMyShard 3516064 0 0
cluster_legacy.c:clusterNodeIterNext 8639116440942744750 0 0 0 0 0 0 0 0
cluster_legacy.c:clusterNodeIterNode 0 0
cluster_legacy.c:clusterNodeIterReset 2952346736600145 0 0 0
cluster_legacy.c:clusterNodeNameComparator 24 0
cluster_legacy.c:clusterProcessLightPacket 6689699747249601421 0 0 0 0 0 0 0 0
cluster_legacy.c:clusterProcessModulePacket 174663185 0 0
cluster_legacy.c:clusterProcessPublishPacket 949399305821389843 0 0 0 0 0 0 0
cluster_legacy.c:clusterSetPrimary 8612233105678721304 0 0 0 0 0 0 0
cluster_legacy.c:clusterStartHandshake 8195410276129917853 0 0 0 0 0 0
cluster_legacy.c:connAccept 24 0
cluster_legacy.c:connAddr 10977117272 0 0 0 0
cluster_legacy.c:connAddrPeerName 24 0
cluster_legacy.c:connAddrSockName 24 0
cluster_legacy.c:connClose 0 0
cluster_legacy.c:connConnect 24 0
cluster_legacy.c:connCreate 24 0
cluster_legacy.c:connCreateAccepted 24 0
cluster_legacy.c:connGetLastError 24 0
cluster_legacy.c:connGetPrivateData 24 0
cluster_legacy.c:connGetState 24 0
cluster_legacy.c:connHasReadHandler 1568 0
cluster_legacy.c:connHasWriteHandler 1568 0
cluster_legacy.c:connListen 24 0
cluster_legacy.c:connRead 24 0
cluster_legacy.c:connSetPrivateData 0 0
cluster_legacy.c:connSetReadHandler 24 0
cluster_legacy.c:connSetWriteHandler 24 0
cluster_legacy.c:connSetWriteHandlerWithBarrier 24 0
cluster_legacy.c:connWrite 24 0
cluster_legacy.c:createModuleMsgBlock 2895238700545112 0 0 0
cluster_legacy.c:decodeFailureReportKey 0 0
cluster_legacy.c:defaultClientPort 1549 0 0
cluster_legacy.c:dictPtrCompare 1567 0
cluster_legacy.c:dictPtrHash 24 0
cluster_legacy.c:encodeFailureReportKey 0 0
cluster_legacy.c:formatAddr 1549 0 0
cluster_legacy.c:freeClusterLinkOnBufferLimitReached 17621591213085419293 0 0 0 0 0 0 0 0
cluster_legacy.c:getAlignedPingExtSize 24 0
cluster_legacy.c:getClientPortFromClusterMsg 2696401 0 0
cluster_legacy.c:getClientPortFromGossip 2696401 0 0
cluster_legacy.c:getClientType 4392071785034184760 0 0 0 0 0 0 0 0
cluster_legacy.c:getConnectionTypeName 6797617422282759021 0 0 0 0 0 0 0
cluster_legacy.c:getForgottenNodeExtSize 24 0
cluster_legacy.c:getHandshakeTimeout 99164 0 0
cluster_legacy.c:getInitialPingExt 24 0
cluster_legacy.c:getLightMessageFromSendBlock 24 0
cluster_legacy.c:getMessageFromSendBlock 24 0
cluster_legacy.c:getNextPingExt 24 0
cluster_legacy.c:getNodeFromLinkAndMsg 13566435893218115294 0 0 0 0 0 0 0
cluster_legacy.c:getPingExtLength 24 0
cluster_legacy.c:getShardIdPingExtSize 24 0
cluster_legacy.c:isClusterMsgSignatureAndLengthValid 15849885107147541444 0 0 0 0
cluster_legacy.c:maxConnectionAttemptsPerCron 11228775512 0 0
cluster_legacy.c:messageTypeSupportsLightHdr 31361991738904 0 0 0 0 0
cluster_legacy.c:myselfIsBestRankedReplica 6817949440411615 0 0 0 0 0 0 0 0 0
cluster_legacy.c:nodeEpoch 1549 0 0
cluster_legacy.c:nodeExceedsHandshakeTimeout 99164 0 0
cluster_legacy.c:nodeSupportsLightMsgHdrForModule 6349726 0 0 0 0 0
cluster_legacy.c:nodeSupportsLightMsgHdrForPubSub 6349726 0 0 0 0 0
cluster_legacy.c:preparePingExt 24 0
cluster_legacy.c:removeAllNotOwnedShardChannelSubscriptions 16012033297731799202 0 0 0 0 0
cluster_legacy.c:sdsType 24 0
cluster_legacy.c:sdslen 15480972859137949122 0 0 0 0 0 0 0
cluster_legacy.c:setImportingSlotSource 5629381384517583548 0 0 0 0
cluster_legacy.c:setMigratingSlotDest 5629381384517583548 0 0 0 0
cluster_legacy.c:toClusterMsg 225027736 0 0
cluster_legacy.c:toClusterMsgLight 3516056 0 0
cluster_legacy.c:updateAnnouncedClientIpV4 0 0
cluster_legacy.c:updateAnnouncedClientIpV6 0 0
cluster_legacy.c:updateAnnouncedClientPort 175973905 0 0
cluster_legacy.c:updateAnnouncedClientTlsPort 175973905 0 0
cluster_legacy.c:updateAnnouncedHostname 0 0
cluster_legacy.c:updateAnnouncedHumanNodename 0 0
cluster_legacy.c:updateAvailabilityZone 0 0
cluster_legacy.c:updateSdsExtensionField 13065724418615531984 0 0 0 0 0 0 0 0
cluster_legacy.c:updateShardId 276084641904047414 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
cluster_legacy.c:writePingExtensions 12191231854724454621 0 0 0 0 0 0 0 0
cluster_legacy.c:writePortPingExtIfNonzero 188950541907338328 0 0 0
cluster_legacy.c:writeSdsPingExtIfNonempty 188950541907338328 0 0 0
cluster_migrateslots.c:clusterCleanupSlotMigrationLog 12678900784478825487 0 0 0 0 0 0 0 0
cluster_migrateslots.c:clusterLookupMigrationJob 8187046312572408175 0 0 0 0
cluster_migrateslots.c:connClose 0 0
cluster_migrateslots.c:connConnect 24 0
cluster_migrateslots.c:connCreate 24 0
cluster_migrateslots.c:connGetLastError 24 0
cluster_migrateslots.c:connGetPrivateData 24 0
cluster_migrateslots.c:connGetState 24 0
cluster_migrateslots.c:connRead 24 0
cluster_migrateslots.c:connSetPrivateData 0 0
cluster_migrateslots.c:connSetReadHandler 24 0
cluster_migrateslots.c:connectSlotExportJob 3112875203887028966 0 0 0 0 0 0 0
cluster_migrateslots.c:createSlotExportJob 24 0
cluster_migrateslots.c:createSlotImportJob 788503006968365075 0 0 0 0 0 0 0 0 0 0
cluster_migrateslots.c:finishSlotMigrationJob 17206498780531999838 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
cluster_migrateslots.c:freeSlotMigrationJob 0 0
cluster_migrateslots.c:generateSlotMigrationJobDescription 47633373115605321 0 0 0 0 0 0 0 0
cluster_migrateslots.c:generateSyncSlotsEstablishCommand 921714041944 0 0 0
cluster_migrateslots.c:getClientType 4392071785034184760 0 0 0 0 0 0 0 0
cluster_migrateslots.c:isSlotExportPauseTimedOut 6354650 0 0 0
cluster_migrateslots.c:isSlotMigrationJobFinished 26025523167 0 0 0 0 0
cluster_migrateslots.c:isSlotMigrationJobInProgress 6350874 0 0 0
cluster_migrateslots.c:proceedWithSlotMigration 8625927498844994747 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
cluster_migrateslots.c:resetSlotMigrationJob 446961819194711274 0 0 0 0 0 0
cluster_migrateslots.c:rioFlush 24 0
cluster_migrateslots.c:rioWrite 1396478662998249831 0 0 0 0 0 0 0 0 0 0
cluster_migrateslots.c:sdsType 24 0
cluster_migrateslots.c:sdsavail 15480972859137949122 0 0 0 0 0 0 0
cluster_migrateslots.c:sdslen 15480972859137949122 0 0 0 0 0 0 0
cluster_migrateslots.c:sendSyncSlotsMessage 4839206760993603584 0 0 0 0
cluster_migrateslots.c:slotExportTryUnpause 769590056211629868 0 0 0 0
cluster_migrateslots.c:slotMigrationJobStateToString 18262547948494475671 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
cluster_migrateslots.c:updateSlotMigrationJobState 217353643089 0 0 0
cluster_slot_stats.c:addReplyOrderBy 0 0
cluster_slot_stats.c:addReplySlotStat 3450001 0 0 0
cluster_slot_stats.c:addReplySlotsRange 4784202833 0 0 0
cluster_slot_stats.c:addReplySortedSlotStats 225199825 0 0 0
cluster_slot_stats.c:canAddCpuDuration 406386318 1888593 0 0 0 0
cluster_slot_stats.c:canAddNetworkBytesIn 406382234 1612542 0 0 0 0
cluster_slot_stats.c:clusterSlotStatsUpdateNetworkBytesOutForReplication 15639972961047294137 0 0 0 0 0 0 0 0 0 0 0
cluster_slot_stats.c:collectAndSortSlotStats 304041497677 0 0 0 0
cluster_slot_stats.c:doesSlotBelongToMyShard 24 0
cluster_slot_stats.c:getClientType 4392071785034184760 0 0 0 0 0 0 0 0
cluster_slot_stats.c:getSlotStat 12765098342224470453 0 0 0 0 0 0 0 0
cluster_slot_stats.c:markSlotsAssignedToMyShard 306188981336 0 0 0
cluster_slot_stats.c:slotStatForSortAscCmp 46130503452443 0 0
cluster_slot_stats.c:slotStatForSortDescCmp 46130503452443 0 0
clusterscanCommand 3461403835983557535 63 63 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
cmdHasPushAsReply 15034840748026862222 0 0 0 0 0 0 0 0 0 0 0 0
collateStringObjects 24 52
commandAddSubcommand 715418556058 142 16 142
commandCheckArity 4488360461495350032 1164262 2484 1162496 1161778 557909 1766 1489
commandCheckExistence 8220800223727560436 1895749 1895409 0 186 186 186 120 121 120
commandCommand 2554878917199982624 0 0 0 0 0
commandCountCommand 0 34
commandDocsCommand 9433749723947081676 84 0 0 84 24
commandFlagsFromString 1969270544889563764 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
commandGetKeysAndFlagsCommand 0 147
commandGetKeysCommand 0 130
commandGroupStr 24 168
commandHelpCommand 0 10
commandInfoCommand 188949030222541905 167 0 0 338
commandListCommand 2942940289408924277 74 74 74 74 74 16 25 16 57
commandListWithFilter 608736740189265 969 22743 1100 912
commandListWithoutFilter 36250705 0 0 0
commandProcessed 2670395675801821385 1612542 0 1612542 0 0 0 0 0
commandTimeSnapshot 24 171140
commandlog.c:commandlogCreateEntry 2262889044297994457 5 0 24 0 0 0 0 0 24 0 24 24 0 0 0 0
commandlog.c:commandlogFreeEntry 18129 5 24
commandlog.c:commandlogGetReply 2939150308324433 0 0 0 0
commandlog.c:commandlogGetTypeOrReply 6935914956512794489 30 8 7 7
commandlog.c:commandlogPushEntryIfNeeded 1541532791876734447 5658912 0 5658912 5658912 5 0
commandlog.c:commandlogReset 10001 54 5
commandlog.c:getClientType 4392071785034184760 0 0 0 0 0 0 0 0
commandlog.c:sdsType 24 24
commandlog.c:sdslen 15480972859137949122 24 0 0 24 0 0 0
commandlogCommand 14192250094870801058 48 18 18 18 30 30 30 8 0 0 0 0 0 0 0 0 0 0
commandlogInit 18129 1 3
commandlogPushCurrentCommand 11045770061 1888593 2289 116288 116288
commands.c:asItIs 16397489533104896801 0 0 0 0 0 0 0
commands.c:commandEntry 2420741778722314872 14 18 18 18 18 18 18 14
commands.c:getClientType 4392071785034184760 0 0 0 0 0 0 0 0
commands.c:hasNothingToMove 6367727475092323061 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
commands.c:initGetKeysResult 0 0
commands.c:isFolder 99226 0 0 0
commands.c:isNoOne 67785727731354 0 0 0 0 0 0 0
commands.c:isThere 706929329050 0 0 0 0
commands.c:reasonFor 79703205314106456 0 0 0 0
commands.c:refuse 0 0
commands.c:refuseCommand 1071474185169718817 0 0 0 0 0 0 0 0 0 0 0
commands.c:sdsType 24 18
commands.c:sdslen 15480972859137949122 18 0 18 0 0 0 0
commands.c:switchedOff 26025522842 0 0 0 0 0
commands.c:wantsFiles 1562 0
commandsInit 18129 1 14
commandsPass 6350490 2432328 2432328 2432328
commandsWithStorage 4750648401 0 0 0
commandsWithoutStorage 4750648401 0 0 0
commitDeferredReplyBuffer 16426735262222728318 3635061 0 3635061 0 3635061 0 0 0 0
commitIOJobs 18129 0 0
compareStringObjects 24 473
compareStringObjectsWithFlags 1423066412918948736 525 525 525 525 0 447 369 78 491 402 34 52 183 43
computeDatasetDigest 11884669540845276643 0 0 0 0 0 0
computeDatasetProfile 16096906886060213954 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
config.c:anetHasMptcp 24 0
config.c:applyBind 10218503065674817198 0 0 0 0 0 0 0
config.c:applyClientMaxMemoryUsage 10825579822378099223 0 0 0 0 0 0 0 0
config.c:applyRdmaBind 15944820451150381648 0 0 0
config.c:applyTLSPort 7073789487972110244 0 0 0 0
config.c:applyTlsCfg 2877369841452120 0 0 0 0 0 0 0 0
config.c:boolConfigGet 706928252429 5945 0 0 0
config.c:boolConfigInit 0 58
config.c:boolConfigRewrite 13 0 0
config.c:boolConfigSet 2304206737872769902 3 0 0 0 0 0 1 0 0
config.c:configEnumGetName 3741240281651767885 0 0 0 0 0 0 0 0 0 0 0 0
config.c:configEnumGetValue 4203070481481543239 0 0 0 0 0 0 0 0 0
config.c:configKeyCompare 24 0
config.c:connCloseListener 42129 0 0
config.c:connIsLocal 10977117272 0 0 0 0
config.c:connTypeConfigure 24 0
config.c:enumConfigGet 3516056 0 0
config.c:enumConfigInit 0 21
config.c:enumConfigRewrite 13 0 0
config.c:enumConfigSet 12751052806841862179 0 0 0 0 0 0 0 0 0 0
config.c:getClientType 4392071785034184760 0 0 0 0 0 0 0 0
config.c:getConfigBindOption 24 0
config.c:getConfigClientOutputBufferLimitOption 19458890994776 0 0 0
config.c:getConfigDirOption 175973464 0 0
config.c:getConfigLatencyTrackingInfoPercentilesOutputOption 19458890994776 0 0 0
config.c:getConfigNotifyKeyspaceEventsOption 24 0
config.c:getConfigOOMScoreAdjValuesOption 19458890994776 0 0 0
config.c:getConfigRdmaBindOption 24 0
config.c:getConfigReplicaOfOption 172569688 0 0
config.c:getConfigSaveOption 19458890994776 0 0 0
config.c:isValidAOFdirname 7530449976001983830 0 0 0
config.c:isValidAOFfilename 7530449976001983830 0 0 0
config.c:isValidActiveDefrag 172590168 0 0
config.c:isValidAnnouncedHostname 12769382589929385340 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
config.c:isValidAnnouncedIp 17011037577830511334 0 0 0
config.c:isValidAnnouncedNodename 11178443864 0 0
config.c:isValidClusterConfigFile 11178443864 0 0
config.c:isValidDBfilename 7530449976001983830 0 0 0
config.c:isValidDbHashSeed 11211998296 0 0
config.c:isValidIpV4 44977422435416 0 0 0 0
config.c:isValidIpV6 44977422435416 0 0 0 0
config.c:isValidMptcp 702668178520 0 0 0 0
config.c:isValidProcTitleTemplate 11178443864 0 0
config.c:isValidShutdownOnSigFlags 10977117272 0 0 0 0
config.c:lookupConfig 1549 5954 5953
config.c:numericBoundaryCheck 17948738836584335595 4 2 2 2 2 2 2 2 0 2 2 0 0 0 0 0 0 2 2
config.c:numericConfigGet 13605176147832456808 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
config.c:numericConfigInit 0 95
config.c:numericConfigRewrite 15266117103038881225 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
config.c:numericConfigSet 17010226825499309825 4 0 0 0 0 0 2 0 0 0 0 0 2 0 0 0 0 0 3 0
config.c:numericParseString 2464083405280267643 4 2 2 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 2 2 2 0 0 0 0 0 0
config.c:performInterfaceSet 45238104695896 0 0 0
config.c:restoreBackupConfig 15081484693146387943 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
config.c:rewriteConfigBindOption 175187153 0 0
config.c:rewriteConfigRdmaBindOption 42129 0 0
config.c:rewriteConfigSocketBindOption 5186461091962875618 0 0 0 0 0
config.c:sdsConfigGet 18382484328075077827 0 0 0 0
config.c:sdsConfigInit 54170 4 3 3 3
config.c:sdsConfigRewrite 220783761 0 0 0 0 0
config.c:sdsConfigSet 3475034180482301415 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
config.c:sdsType 24 5
config.c:sdslen 15480972859137949122 5 0 3 2 0 0 0
config.c:setConfigBindOption 17717741218960634730 0 0 0 0 0 0 0
config.c:setConfigClientOutputBufferLimitOption 24 0
config.c:setConfigDirOption 5293818561240656240 0 0 0 0
config.c:setConfigLatencyTrackingInfoPercentilesOutputOption 2773611983623362801 0 0 0 0 0 0 0 0 0 0
config.c:setConfigNotifyKeyspaceEventsOption 2632217098578521982 0 0 0
config.c:setConfigOOMScoreAdjValuesOption 520870583589479059 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
config.c:setConfigRdmaBindOption 24 0
config.c:setConfigReplicaOfOption 11039640829954141093 0 0 0 0 0 0 0 0 0 0
config.c:setConfigSaveOption 9100095048505532475 1 1 1 1 0 0 0 0 0 0 0 0 0 0 1 0
config.c:setConfigSocketBindOption 24 0
config.c:stringConfigGet 1549 0 0
config.c:stringConfigInit 54170 38 27 27 27
config.c:stringConfigRewrite 0 0
config.c:stringConfigSet 14960565687228106018 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
config.c:updateAofAutoGCEnabled 174662744 0 0
config.c:updateAppendOnly 15927199938320561619 0 0 0 0 0 0 0 0
config.c:updateClientOutputBufferLimit 13865055266808340691 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
config.c:updateClusterAnnouncedPort 24 0
config.c:updateClusterAvailabilityZone 24 0
config.c:updateClusterIp 24 0
config.c:updateDefragConfiguration 24 0
config.c:updateExtendedRedisCompat 24 0
config.c:updateGoodReplicas 24 0
config.c:updateHZ 2934752402285656 0 0 0
config.c:updateJemallocBgThread 24 0
config.c:updateLocaleCollate 11262329944 0 0
config.c:updateLuaEnableInsecureApi 11279062104 0 0 0
config.c:updateMaxclients 18370194818269309176 0 0 0 0
config.c:updateMaxmemory 637903720888727790 0 0 0 0 0
config.c:updateOOMScoreAdj 11262329944 0 0
config.c:updatePort 241622089512617048 0 0 0
config.c:updateProcTitleTemplate 11262329944 0 0
config.c:updateRdmaPort 13679692236883637725 0 0 0
config.c:updateReplBacklogSize 24 0
config.c:updateSighandlerEnabled 172569688 0 0
config.c:updateWatchdogPeriod 24 0
configGetCommand 3159451379471080814 5945 5945 5945 0 5945 0 0 0 0 5945 5945
configHelpCommand 0 0
configResetStatCommand 0 0
configRewriteCommand 926936697082657220 0 0 0 0 0 0 0
configSetCommand 8946174143641083083 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
connBlock 11262329944 0 0
connKeepAlive 11262329944 0 0
connNonBlock 11262329944 0 0
connRecvTimeout 24 0
connSendTimeout 24 0
connTypeCleanupAll 11420858376738098180 0 0 0 0
connTypeHasPendingData 79702376287638616 3154 12616 0 0 0 6308 0
connTypeInitialize 3775344123946968 1 1 1
connTypeOfCluster 172590168 0 0
connTypeOfReplication 172590168 0 0
connTypeProcessPendingData 19458589004888 3154 12616 0 6308 0
connTypeRegister 16910784630993478076 2 2 2 2 2 2 0 2 0
connectWithPrimary 7056852544849459984 0 0 0 0 0 0
connection.c:closeConnection 706929271953 0 0 0
connection.c:connGetPrivateData 24 0
connection.c:createAccepted 24 0
connection.c:createConnection 24 1
connection.c:getClientType 4392071785034184760 0 0 0 0 0 0 0 0
connection.c:getConnectionTypeName 6797617422282759021 0 0 0 0 0 0 0
connection.c:isDebugged 6349710 0 0 0 0 0 0 0
connection.c:sdsType 24 0
connection.c:sdslen 15480972859137949122 0 0 0 0 0 0 0
connection.c:streamAccept 24 1
connection.c:streamAddr 8736754690116026880 3 3 3 0 3 2 2 2 0 0 0 0
connection.c:streamCloseListener 0 0
connection.c:streamEvent 0 0
connection.c:streamGetType 24 1
connection.c:streamIsLocal 99290 1 1 0
connection.c:streamLastError 24 0
connection.c:streamListen 24 0
connection.c:streamOf 24 659853
connection.c:streamRead 3101226349082324067 625259 0 0 0 625259 0 0 625259 625259 625253
connection.c:streamSetReadHandler 24 1
connection.c:streamSetWriteHandler 172622936 0 0
connection.c:streamShutdown 0 0
connection.c:streamSync 24 0
connection.c:streamWrite 24 0
connection.c:streamWritev 9255888855051872721 34589 45785 34589 0 0 0 0 0 0 34589 34589 0 45785 11196
connectionByType 6689245859757343718 0 0 0 0 0 0 0
connectionTypeTcp 189232016932841496 0 0 0
connectionTypeTls 174662744 0 0
connectionTypeUnix 11279107160 0 0
consumeNewline 45046158689368 0 0 0 0
convertExpireArgumentToUnixTime 6776106579902263873 2669 120 117 1306 16 1290 1290 0 0 0
copyCommand 1098810823996370345 622 519 312 194 194 194 11 9 15 466 15 534 6 4 38 22 2 5 3 3 3 0 0 0 4 3
copyDbIdArgs 17328069385314942709 672 458 314 97 208 208 208 6 16 200 186 0 276 183
copyReplicaOutputBuffer 3028213364718828441 0 0 0 0 0
copy_string_from_lua_stack 24 171
countChannelsInSlot 24 0
countKeysInSlot 74241112 0 0 0
countKeysInSlotForDb 24 0
counts_index_for 24 1958362
crc16 1160280 0 0
crc64 24 268
crc64.c:crc_reflect 225027928 256 256
crc64_combine 12204634215029761629 0 0 0 0 0
crc64_init 0 1
crccombine.c:gf2_matrix_square 18129 0 0
crcspeed.c:rev8 24 0
crcspeed16big 40111355067638872 0 0 0 0 0 0
crcspeed16big_init 4749112401 0 0 0
crcspeed16little 40111355067638872 0 0 0 0 0 0
crcspeed16little_init 1245820142859345 0 0 0 0
crcspeed16native 1549 0 0
crcspeed16native_init 13 0 0
crcspeed64big 40111355067638872 0 0 0 0 0 0
crcspeed64big_init 4749112401 0 0 0
crcspeed64little 5549895272004800582 268 0 1057 1223 1057 0 0 0 0 1002 268 479
crcspeed64little_init 1245820142859345 1 256 256 1792
crcspeed64native 1549 268 268
crcspeed64native_init 13 1 1
createAOFClient 24 0
createCachedResponseClient 24 10
createClient 706810029144 13 1 1
createClusterLink 33460659288 0 0
createClusterMsgSendBlock 172569688 0 0
createClusterNode 172569688 0 0
createDatabase 706810029144 4 0 0
createDatabaseIfNeeded 175973464 336341 4
createDumpPayload 241621955213055642 71 71 71 71
createHLLObject 14103576519080287120 1497 1497 0 0 1497
createHashObject 24 2319
createIntsetObject 24 1969
createLatencyReport 16907111531492165072 7 7 7 7 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
createListListpackObject 24 1500
createModuleConfig 24 0
createModuleObject 24 0
createObject 24 144287
createObjectFromStreamID 24 74
createPidFile 17580472606866862061 0 0 0 0 0
createQuicklistObject 24 1262
createRawStringObject 24 4451
createReplicationBacklog 3516063 0 0
createReplicationBacklogIndex 2745489 0 0
createSetListpackObject 24 856
createSetObject 24 240
createSharedObjects 1245820146173649 1 10 2 32
createSharedObjectsForCompat 13 2 1
createSlotRangeList 24 0
createSocketAcceptHandler 16669119191844252857 0 0 0 0
createSortOperation 24 994
createSparklineSequence 24 0
createStreamIDString 24 102906
createStreamObject 24 1503
createStringObject 11045778961 6062749 6059491
createStringObjectFromLongDouble 856 645 645
createStringObjectFromLongLong 24 16676
createStringObjectFromLongLongForValue 24 4244
createStringObjectFromLongLongWithOptions 8022832639848481356 23553 423 3704 423 22910 3704 20497 23130 20497 23130 23130
createStringObjectFromLongLongWithSds 24 2633
createStringObjectFromSds 24 0
createZsetListpackObject 24 3442
createZsetObject 24 1671
cron.c:expireForSlice 175187032 106 106
cron.c:expireOnTime 45243474503181 1 0 1 0 0
cron.c:getClientType 4392071785034184760 0 0 0 0 0 0 0 0
cron.c:mayExpire 6349722 1 1 1 1 1
cron.c:postpone 3778328 107 106 1
cron.c:share 24 106
cronUpdateMemoryStats 2185754489895869833 106 0 106 0 0 106 106 106
d2string 3238486793725591717 258766 0 129 45 5251 3 120759
daemonize 2956012640428521923 0 0 0 0
databasesCron 4129666354879506210 106 106 0 106 0 106 0 1696 1275 106 1551 396 15 0 0
db.c:addScanDataItem 0 274375
db.c:copyDbExpiry 0 190
db.c:dbAddInternal 10674134996918065856 123558 75 32 0 0
db.c:dbExpandGeneric 10396482552110848491 0 0 0 0
db.c:dbExpandSkipSlot 1562 0
db.c:dbFindWithDictIndex 24 2219659
db.c:dbSetValue 16143370264701755168 308846 308814 308846 308242 1282 2122 308645 2122 2119 1282 5460 5460 2 13 2 1 0 308846
db.c:expireIfNeeded 44977338549336 6555 0 0 0
db.c:expireIfNeededWithDictIndex 5839246898534144243 2054824 0 2048269 2048269 6555 0 0 0 0
db.c:getClientType 4392071785034184760 0 0 0 0 0 0 0 0
db.c:keyIsExpiredWithDictIndex 571678538011546743 2635 2635 0 0 0 0 0 0
db.c:keyIsExpiredWithDictIndexImpl 11045770765 9190 0 0
db.c:objectIsExpired 10158945095251513109 2321728 0 2321728 0 0 0 0 0 0
db.c:sdsType 24 284092
db.c:sdslen 15480972859137949122 284092 0 276084 7999 9 0 0
dbAdd 0 123483
dbAddRDBLoad 11178443864 0 0
dbAsyncDelete 24 6555
dbDelete 24 3654
dbExpand 24 0
dbExpandExpires 24 0
dbFind 24 245
dbFindExpires 24 0
dbFindExpiresWithDictIndex 24 9190
dbGenericDelete 24 10508
dbGenericDeleteWithDictIndex 15733595955060763679 10508 6235 5044 5044 0 0 3 70 3 6100
dbHasNoKeys 106600273405599 0 0 0 0 0 0 0
dbRandomKey 8940633340017518144 25 25 0 8 0 0 0 0 0 0 0 0 0 0
dbReclaimExpiredFields 6481726944938974713 3 3 0 3 0 0 0 0
dbReplaceValue 0 604
dbScan 24 0
dbSize 24 0
dbSwapDatabases 10879967177101274340 133 9 126 124 129 126 131 129 29
dbSyncDelete 24 256
dbTotalServerKeyCount 19458657424472 0 0 0
dbTrackKeyWithVolatileItems 171570321 432674 309 2632 309
dbUnshareStringValue 14778225106664491024 9221 9221 491 9220 8730
dbUntrackKeyWithVolatileItems 0 25
dbUpdateObjectWithVolatileItemsTracking 46130268812369 321 321 302
dbsHaveNoKeys 1245362583049304 0 0 0
dbsizeCommand 0 293
deadline.c:getClientType 4392071785034184760 0 0 0 0 0 0 0 0
debug.c:collect_stacktrace_data 2749585 0 0
debug.c:connGetInfo 55256 0 0
debug.c:getAndSetMcontextEip 3393787409 0 0 0
debug.c:getClientType 4392071785034184760 0 0 0 0 0 0 0 0
debug.c:get_ready_to_signal_threads_tids 6460366539561825920 0 0 0 0 0 0 0 0 0 0 0 0 0
debug.c:is_thread_ready_to_signal 13791692040536094404 0 0 0 0 0 0 0 0 0 0 0
debug.c:killMainThread 17244612725625333692 0 0 0 0 0 0 0 0 0
debug.c:moduleInitDigestContext 0 0
debug.c:sdsType 24 0
debug.c:sdsavail 15480972859137949122 0 0 0 0 0 0 0
debug.c:sdslen 15480972859137949122 0 0 0 0 0 0 0
debug.c:setupStacktracePipe 16292829086727864839 1 0 0 0
debug.c:sigsegvHandler 4693552999964262467 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
debug.c:writeCurrentThreadsStackTrace 2749585 0 0
debug.c:writeStacktraces 3359445682313846147 0 0 0 0 0 0 0 0 0 0
debugCommand 1379415113294107074 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
debugDelay 2934748456723601 0 0 0 0
debugPauseProcess 1123129872883531204 0 0 0 0 0
debugScriptFlushLog 10257 0 0
debug_lua.c:abortCommandHandler 55320 0 0
debug_lua.c:breakCommandHandler 24 0
debug_lua.c:continueCommandHandler 24 0
debug_lua.c:evalCommandHandler 55320 0 0
debug_lua.c:ldbAddBreakpoint 6712835921478081770 0 0 0 0 0 0 0
debug_lua.c:ldbBreak 6095036041371510080 0 0 0 0 0 0 0 0 0 0 0 0
debug_lua.c:ldbCatStackValueRec 14272593188843669230 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
debug_lua.c:ldbDelBreakpoint 1245367951758424 0 0 0
debug_lua.c:ldbEval 9471888055013369116 0 0 0 0 0 0
debug_lua.c:ldbGetSourceLine 45040756425816 0 0 0 0
debug_lua.c:ldbIsBreakpoint 1245367951758424 0 0 0
debug_lua.c:ldbList 80265345734636625 0 0 0 0 0
debug_lua.c:ldbLogStackValue 0 0
debug_lua.c:ldbPrint 6491716232795467388 0 0 0 0 0 0 0
debug_lua.c:ldbPrintAll 17021061535469920722 0 0 0 0 0
debug_lua.c:ldbServer 45786905986769 0 0 0
debug_lua.c:ldbTrace 17075158993041694522 0 0 0 0 0 0
debug_lua.c:listCommandHandler 5761101350398777812 0 0 0 0
debug_lua.c:printCommandHandler 59384890209368 0 0 0
debug_lua.c:split_text_by_lines 1353353649231447855 0 0 0 0 0 0 0 0 0 0 0 0
debug_lua.c:stepCommandHandler 24 0
debug_lua.c:traceCommandHandler 55320 0 0
debug_lua.c:valkeyCommandHandler 55320 0 0
debug_lua.c:wholeCommandHandler 24 0
decodeGeohash 24 772
decodeTimeoutKey 0 0
decrCommand 0 178
decrRefCount 18254434669759629524 8900339 6634620 6617275 6617275 6602416 2767 3142 5125 2322 0 1503 0 0 2234109
decrbyCommand 189232016883787281 256 20 2
deferredAfterErrorReply 145 0 0
defrag.c:getClientType 4392071785034184760 0 0 0 0 0 0 0 0
defragWhileBlocked 0 0
delCommand 0 5606
delGenericCommand 16999488932424925033 5777 6555 0 6555 5118
delKeysInSlot 12860503487459176896 0 0 0 0 0 0 0 0 0
delKeysNotOwnedByMyself 45055592603653201 0 0 0 0
deleteCachedResponseClient 0 10
deleteExpiredKeyAndPropagate 0 0
deleteExpiredKeyAndPropagateWithDictIndex 5079357244399375344 0 0 0 0 0 0 0 0 0 0 0
deleteExpiredKeyFromOverwriteAndPropagate 3516045 43 43 43
deleteRdbStats 0 0
delifeqCommand 11921596385384802030 281 131 153 150 147 3
deriveAnnouncedPorts 237891593309860945 0 0 0 0 0
detectAndUpdateCachedNodeHealth 11006395356248 0 0 0
dict.c:createEntry 24 15335
dict.c:dictBucketRehash 1456772417152907332 358 0 0 0 0 358 358 0 0 0 0 0 0 0
dict.c:dictCheckRehashingCompleted 2956750263755864 990 735 0
dict.c:dictClear 8176695661471631789 48888 16249 26587 16249 37901 0 0 0 3645 13504
dict.c:dictCompareKeys 706929854417 528531 528531
dict.c:dictDefragBucket 8007030859692029214 0 0 0 0 0 0 0 0 0 0
dict.c:dictExpandIfAutoResizeAllowed 175187473 15335 0
dict.c:dictExpandWithOptionalCheck 9325014975482007254 11253 0 11253 11253 11253 11253 10924
dict.c:dictFreeKey 42129 15075 9130
dict.c:dictFreeVal 42129 15075 8472
dict.c:dictGenericDelete 13318474605032971393 1571 0 0 0 4 4 4 4 1573 0 1571 0 0 0 1758 1571 283 187 180 1537 0
dict.c:dictGetNextRef 24 0
dict.c:dictInit 24 18526
dict.c:dictNextExp 13841951276542758936 11254 10924 0
dict.c:dictRehashStep 2749585 632 632
dict.c:dictReset 0 97119
dict.c:dictResizeWithOptionalCheck 15050027877707070110 11254 0 11254 0 0 11254 11254 0 0 0 0 10924 330 330 0 0
dict.c:dictSetNext 0 1679
dict.c:dictShrinkIfAutoResizeAllowed 175187473 1571 0
dict.c:dictTypeResizeAllowed 188950542137291615 330 330 0 0
dict.c:elapsedStart 0 0
dict.c:elapsedUs 24 0
dict.c:rehashEntriesInBucketAtIndex 8021013030036811542 990 1499 1498 0 0 0 0
dict.c:rev 640088 0 0
dictAdd 11178443864 15335 0
dictAddOrFind 1549 0 0
dictAddRaw 2930361984689240 15335 0 3260
dictCStrCaseHash 24 28356
dictCStrHash 24 0
dictCStrKeyCaseCompare 1567 462
dictCStrKeyCompare 721862858271 0 0
dictCStringKeyCompare 1567 0
dictCStringKeyHash 24 0
dictCreate 14133830744 18526 0 0
dictDelete 1549 1537 1537
dictEmpty 171574417 5948 0 6 0
dictEncObjHash 5601439198991451971 2266 2266 2266 0 0
dictEncObjKeyCompare 17078499559581936988 39 0 0 0 39 39 39 39
dictEntryMemUsage 24 0
dictExpand 24 11253
dictExpandIfNeeded 863926065380772574 15335 52 10846 10846 329 4108 4437 329 0 4108 0 0 329
dictFetchValue 1549 5340 533
dictFind 6696193312912007923 537378 12919 0 0 902 354 769 354 525140 128 524459 128 0 0 526384 515151 526384 11233 9036
dictFindPositionForInsert 730958672936372480 15335 0 10846 0 84 0 58 0 15716 18 15335 18 0 0 1864 0 1864 1864 0 14954 381
dictFingerprint 1160280 38308 229848
dictFreeUnlinkedEntry 175973905 1571 0
dictGenCaseHashFunction 24 0
dictGenHashFunction 24 341547
dictGetDoubleVal 24 0
dictGetDoubleValPtr 24 0
dictGetFairRandomKey 11262329944 0 0
dictGetHash 24 0
dictGetHashFunctionSeed 24 0
dictGetIterator 24 31425
dictGetKey 24 747067
dictGetNext 24 49513
dictGetRandomKey 8407259681065163176 0 0 0 0 0 0 0 0 0 0 0 0 0 0
dictGetSafeIterator 24 12271
dictGetSignedIntegerVal 24 0
dictGetSomeKeys 12921405514428850808 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
dictGetUnsignedIntegerVal 24 0
dictGetVal 24 642413
dictHashtableDestructor 0 0
dictIncrDoubleVal 24 0
dictIncrSignedIntegerVal 24 0
dictIncrUnsignedIntegerVal 24 0
dictInitIterator 0 31425
dictInitSafeIterator 0 0
dictInsertAtPosition 1063777506056347382 15335 381 15335 15335 15335 0 0
dictListDestructor 0 1475
dictMemUsage 406188895 3 2 3
dictNext 6898064299876004929 51064 126624 106985 31425 31425 31425 12271 0 31409 12523 0 0 0 19655
dictObjHash 24 5199
dictObjKeyCompare 24 1568
dictObjectDestructor 175973905 1475 0
dictRehash 4129086182325428259 632 0 0 0 632 632 0 0 0 0 0 0 0 632 632 632 632 0 481 0
dictRehashMicroseconds 9615385714963238536 0 0 0 0
dictRehashingInfo 58989768733535 0 0 0 0
dictRelease 171574417 18496 0 69 0
dictReleaseIterator 0 31425
dictReplace 45243473405016 0 0 0
dictResetIterator 13919067785540106972 31425 31425 0 0 12271 12271 19154
dictScan 24 0
dictScanDefrag 15379935007189456723 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
dictSdsCaseHash 24 1195221
dictSdsDestructor 0 12237
dictSdsDup 24 3260
dictSdsHash 24 334082
dictSdsKeyCaseCompare 1567 526002
dictSdsKeyCompare 721862858271 2106 344
dictSetDoubleVal 0 0
dictSetHashFunctionSeed 0 1
dictSetKey 13 0 0
dictSetResizeEnabled 0 106
dictSetSignedIntegerVal 0 0
dictSetUnsignedIntegerVal 0 0
dictSetVal 0 15369
dictShrink 5893446159787332893 1 0 1 1 1 1 0
dictShrinkIfNeeded 2929318457738953495 1571 2 1558 0 1 10 11 1 0 10 0 0 1
dictStringHash 24 0
dictStringKeyCompare 1567 0
dictTryExpand 1549 0 0
dictUnlink 24 34
dictVanillaFree 0 0
digits10 14074124328224158196 2318752 748785 570137 126284 770055 769568 769087 200374 457
dirCreateIfMissing 12545998779578028227 0 0 0 0
dirExists 6350815 0 0 0
dirRemove 13149659104771869337 0 0 0 0 0 0 0 0 0 0 0 0
disableTracking 15853797871041096832 0 0 0 0 0 0
discardCommand 174663185 341 89
discardCommandQueue 2601628753 10 0 0
discardTempDb 11780249353619113211 0 0 0 0 0 0 0
discardTransaction 0 336992
disconnectOrRedirectAllBlockedClients 11503415234795426088 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
disconnectReplicas 145 0 0
disklessLoadDiscardFunctionsLibCtx 0 0
disklessLoadDiscardTempDb 0 0
disklessLoadFunctionsLibCtxCreate 24 0
disklessLoadInitTempDb 24 0
dismantle.c:countOne 0 0
dismantle.c:dropCountedTree 1160280 0 0
dismantle.c:dropDatabase 4537054296 333 125 396 125
dismantle.c:dropGroup 40090129356362840 0 0 0 0 0
dismantle.c:dropKey 702754661585 100165 11 100165 11
dismantle.c:dropKeys 17632253246909083861 458 458 458 458 185 398 273 64
dismantle.c:dropList 70890584 0 0 0 0
dismantle.c:dropListpack 0 1000
dismantle.c:dropObject 6000516330409839596 44 0 0 0 12 2 24 6 0
dismantle.c:dropRax 0 0
dismantle.c:dropScripts 70890584 0 0 0 0
dismantle.c:dropSortedSet 70890584 24 4000 4008 4000
dismantle.c:dropStream 4455459762653241139 6 0 0 0 4 0 0 0 0
dismantle.c:dropTree 76118926090114136 6 1000 1004 1000 1000 1000 1000
dismantle.c:firstOf 1549 1000 1000
dismantle.c:getClientType 4392071785034184760 0 0 0 0 0 0 0 0
dismissClientMemory 17667556877154497959 0 0 0 0 0 0 0 0 0 0 0 0
dismissHashObject 8015822916441136645 0 0 0 0 0 0
dismissHashtable 18129 0 0
dismissListObject 13298692970338775512 0 0 0 0 0 0 0
dismissMemoryInChild 2696721 0 0
dismissObject 2696721 0 0
dismissSds 0 0
dismissSetObject 17172364278760093727 0 0 0 0 0 0 0
dismissStreamObject 6365276668127381292 0 0 0 0
dismissStringObject 2749585 0 0
dismissZsetObject 16153124790884385366 0 0 0 0 0 0
doFastMemoryTest 706694689873 0 0 0
doSlotRangeListsOverlap 5878757487874026331 0 0 0 0
doSlotRangesOverlap 6350749 0 0 0
docs.c:getClientType 4392071785034184760 0 0 0 0 0 0 0 0
doesCommandHaveChannelsWithFlags 13049791272838252498 0 0 0 0
doesCommandHaveKeys 99279 320177 14383 12569 14383 14383
double2ll 460952155450260153 264721 571 264605 264150 129944
drainIOThreadsQueue 225026193 0 0 0
dualChannelReplMainConnRecvCapaReply 17364119413858405419 0 0 0 0 0
dualChannelReplMainConnRecvPsyncReply 14135059485665730090 0 0 0 0 0 0 0
dualChannelReplMainConnSendHandshake 172590168 0 0
dualChannelReplMainConnSendPsync 4727276313946412863 0 0 0 0 0
dualChannelSetupMainConnForPsync 16862893582890390170 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
dualChannelSyncHandlePsync 14268778317825503124 0 0 0 0 0 0 0 0 0
dualChannelSyncHandleRdbLoadCompletion 7126536764228769945 0 0 0 0
dualChannelSyncSuccess 1891263764344332879 0 0 0 0 0 0 0 0 0
dumpCodeAroundEIP 4689473357491961208 0 0 0 0 0 0
dumpCommand 11262329944 683 612
dumpX86Calls 3281355288721391910 0 0 0 0 0 0 0 0
dupClientReplyValue 24 0
dupStringObject 16122499852217127254 46 46 0 7 33 6 0
durationAddSample 2947954170774673 1644406 0 27
echoCommand 0 145
emptyData 11357280390026203742 3001 0 3001 3001 0 3001 3001 2970 0 0
emptyDbAsync 42129 61 0
emptyDbStructure 10529942325330397573 3001 2970 47551 44331 11780 3220 61
enableBcastTrackingForPrefix 5090559379899787273 0 0 0 0
enableParseExactReplyTypeFlag 3516058 0 0
enableTracking 8391671992996678426 0 0 0 0 0 0
encodeTimeoutKey 0 0
engine_lua.c:ValkeyModule_OnLoad 1333459863289992161 1 0 0 0
engine_lua.c:ValkeyModule_OnUnload 11279107160 0 0
engine_lua.c:createEngineContext 24 1
engine_lua.c:destroyEngineContext 0 0
engine_lua.c:get_version_info 864 1 1
engine_lua.c:initializeEvalLuaState 0 2970
engine_lua.c:initializeLuaState 4356469235606295979 5945 2970 2975 2970
engine_lua.c:isLuaInsecureAPIEnabled 11060251185511838882 5945 0 5945 5945 5945 5945
engine_lua.c:luaEngineCompileCode 269208556538501751 3820 3236 109 3127
engine_lua.c:luaEngineDebuggerDisable 0 0
engine_lua.c:luaEngineDebuggerEnable 11279107160 0 0
engine_lua.c:luaEngineDebuggerEnd 0 0
engine_lua.c:luaEngineDebuggerStart 0 0
engine_lua.c:luaEngineFreeFunction 13555916232120540217 3739 3739 613 0 3126 3739 3647 613 107
engine_lua.c:luaEngineFunctionCall 926864241503 303269 203127 303269 203127
engine_lua.c:luaEngineFunctionMemoryOverhead 99149 644 644 107
engine_lua.c:luaEngineGetMemoryInfo 3402910102546903150 107 107 107 0 107 107 0
engine_lua.c:luaEngineResetEnv 11172224956650943783 5943 5943 2974 0 2969 5943 49
engine_lua.c:luaServerBreakpointCommand 172569688 0 0
engine_lua.c:luaServerDebugCommand 648700568480388700 0 0 0 0
engine_lua.c:luaStateInstallErrorHandler 0 5945
engine_lua.c:luaStateLockGlobalTable 0 5945
engine_lua.c:parse_semver 24 2
engine_lua.c:resetLuaContext 0 5943
enterExecutionUnit 2878472225367121 3757039 1565176 3130352 1565176 1
entry.c:entryConstruct 17364277271355315001 105921 105921 0 105921 0 0 0 0 105921 105921 0 0 0 0 577 414 414 105507 105507 577 0 0 0 0 0 0
entry.c:entryFreeValuePtr 921709389009 416 416 0
entry.c:entryGetAllocPtr 706810029144 107387 494 2241
entry.c:entryGetExpiryRef 3516056 1663 1663
entry.c:entryGetSdsValueRef 24 146
entry.c:entryGetStringRefRef 3516056 0 0
entry.c:entryGetValueRef 3516056 571 571
entry.c:entryHasValuePtr 24 3907733
entry.c:entryReqSize 14806431445961442031 105983 105396 577 105861 577 105983 105983 105567 331 105983 105983 105983 105983 105983
entry.c:entrySetValueSds 14401709201 2 2 0
entry.c:finishRun 2952344588330072 1249146 1249146 0
entry.c:getClientType 4392071785034184760 0 0 0 0 0 0 0 0
entry.c:loopHasWork 406647759 1252301 1252301 1252301 1252301 1252301 1252301 1252301 1252301 1252301
entry.c:resizeInput 11178443864 2 0
entry.c:sdsGetAuxBit 99167 4316646 4303679
entry.c:sdsReqSize 24 311033
entry.c:sdsSetAuxBit 2952352217244881 211842 209806 991
entry.c:sdsType 24 11251319
entry.c:sdsalloc 15480972859137949122 60 0 0 60 0 0 0
entry.c:sdslen 15480972859137949122 6624095 0 3610339 3013411 345 0 0
entryCreate 856 7195 7195
entryDefrag 2435542880841129675 0 0 0 0 0 0
entryDismissMemory 171549841 0 0 0 0
entryFree 42129 105723 414
entryGetExpiry 172590168 200175 1642
entryGetField 24 11238455
entryGetValue 4535442319062169036 3100510 3100366 3001570 0 0 0 144
entryHasEmbeddedValue 1562 3495373
entryHasExpiry 24 408290
entryHasStringRef 1550 198261 623 0
entryIsExpired 11262329944 1234 900
entryMemUsage 9309824317993442833 98736 98736 42 0
entryOpen 26 0
entrySetExpiry 5432886224762507204 196 21 194 21 0
entryUpdate 72639387839459003 98788 0 0 0 98613 226 0 175 0 98613 98736 226 29 2 98613 81 98489 98564 98489 98487 98489 98487 98411 60 98487 98411 62 1 1 62 60 175 166 0 0 0 0 0 0 98788
entryUpdateAsStringRef 13012170490894192212 0 0 0 0 0 0 0 0 0 0 0
equalStringObjects 3456035292340941480 0 0 0 0 0 0 0 0 0
escapeJsonString 5881041825416177658 0 0 0 0 0 0 0 0 0 0 0 0
establishPrimaryConnection 0 0
eval.c:dictScriptDestructor 175973905 3126 0
eval.c:dictStrCaseHash 24 413100
eval.c:evalCalcScriptHash 7101507919587978846 207114 100038 106697 100038 106699 106697 6661 4016600 1700 1211425 1700
eval.c:evalDeleteScript 54938 0 0
eval.c:evalGenericCommand 7228545667079676041 203436 25 0 32 200272 91 100302 91 3010 161 2849 102916 202446 202331 0 102916
eval.c:evalRegisterNewScript 631875207857764670 3408 3408 398 120 1 29 29 29 0 3259 23 23 0 109 109 109 0 3127 2849 3127
eval.c:getClientType 4392071785034184760 0 0 0 0 0 0 0 0
eval.c:getEngineUsedMemory 0 0
eval.c:rememberScriptHash 46130503394449 102916 100014 2901
eval.c:resetEngineEvalEnvCallback 8430737 2969 32
eval.c:scriptsLRUAdd 648280 2849 0
eval.c:sdsType 24 211455
eval.c:sdslen 15480972859137949122 211455 0 477 210977 1 0 0
evalActiveDefragScript 185286008276329560 0 0 0 0
evalCommand 174662865 103130 103130
evalExtractShebangFlags 673261638329667692 6512 6512 211 0 0 0 211 211 211 211 0 103 103 163 163 211 499 151 60 29 0 3185 3259
evalGenericCommandWithDebugging 2696401 0 0
evalGetCommandFlags 17639727596183242784 203705 103508 103290 96 100415 96 3334 110 31 203390
evalGetKeys 24 101856
evalInit 0 2970
evalMemory 24 0
evalRelease 2696401 2969 32
evalRemoveScriptsFromEngine 609080222225489 0 0 0 0
evalReset 0 2969
evalRoCommand 0 709
evalScriptsDict 24 0
evalScriptsMemory 24 1
evalShaCommand 10114821339839730055 100396 90 100306
evalShaRoCommand 0 210
evict.c:elapsedStart 0 0
evict.c:elapsedUs 24 0
evict.c:evictionTimeLimitUs 2205587119056269742 0 0 0 0 0
evict.c:evictionTimeProc 11262329944 0 0
evict.c:getClientType 4392071785034184760 0 0 0 0 0 0 0 0
evict.c:isSafeToPerformEvictions 13050566743699938118 0 0 0 0 0 0 0 0
evict.c:sdsType 24 0
evict.c:sdslen 15480972859137949122 0 0 0 0 0 0 0
evict.c:sdssetlen 4458163170815409670 0 0 0 0 0 0 0
evictClients 15416392071219127927 1576428 1576428 0 0 0 0 0 0 0 0 0
evictPolicyToString 19802471629905 0 0 0
evictionPoolAlloc 18129 1 16
evictionPoolPopulate 7612426659008482775 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
exec.c:getClientType 4392071785034184760 0 0 0 0 0 0 0 0
execCommand 4143786914421389955 2289 175 0 492 2071 1622 454 3250 0 0 0 0 0 0 0 3250 1622
execCommandAbort 2749585 0 0
existsCommand 4750648401 5166 5364 5028
exitExecutionUnit 0 3757039
exitFromChild 0 0
expire.c:activeExpireCycleJob 7544301912805648514 4530 0 4318 4318 4318 4318 0 212 212 3392 3604 3392 3604 3604 2550 842 842 421 421 0 15 842 15 0 0 827 0 15 15 15 15 15 15 15 12 15 0 0 15 15 0 12 12 12 8 3 0 106 0 106 0 15
expire.c:activeExpireEffort 24 12320
expire.c:elapsedUs 24 215
expire.c:expireShouldSkipTableForSamplingCb 44973060359256 15 0 15 0
expire.c:getClientType 4392071785034184760 0 0 0 0 0 0 0 0
expire.c:sdsType 24 0
expire.c:sdslen 15480972859137949122 0 0 0 0 0 0 0
expireCommand 0 5294
expireGenericCommand 17341963749849837518 6458 37 74 5691 19 5682 5672 0 38 1215 29 3 0 6 6 15 15 15 0 5 0 0 0 23 5060 5060 28 9
expireReplicaKeys 7048607683202367492 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
expireScanCallback 706810070161 15 0 15
expireatCommand 0 450
expiretimeCommand 0 128
extend_to_usable 24 7582401
extractBoxOrReply 3974941888136970910 426 3 424 423 14 417 409 409 409 67 342
extractDistanceOrReply 5353143176184482132 847 4 15 828 136 692
extractLongLatOrReply 10344482914940750974 5414 10814 19 50 5360 5345 5370 5360 5385 5370
extractUnitOrReply 6183612625583880131 1420 232 475 265 220
failoverCommand 11417978939376104621 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
faults.c:ask 76118173378990936 0 0 0 0 0 0 0 0 0
faults.c:carryOut 17625492024381988029 0 0 0 0 0 0 0 0
faults.c:dropHeld 15 0 0 0
faults.c:end 24 0
faults.c:findHeld 37356632 0 0 0 0
faults.c:findKeys 171549841 0 0 0 0
faults.c:getClientType 4392071785034184760 0 0 0 0 0 0 0 0
faults.c:handOver 172561933 0 0 0
faults.c:holdBack 24 0
faults.c:initGetKeysResult 0 0
faults.c:judge 16411018380955447090 0 0 0 0 0 0 0 0 0 0 0 0
faults.c:letGo 11344237059947198577 0 0 0 0 0 0 0 0 0 0
faults.c:padded 24 0
faults.c:printRequest 10459985368856691789 0 0 0 0
faults.c:replaceArguments 4752426705 0 0 0
faults.c:reply 15270880415433764988 0 0 0 0 0 0 0 0 0
faults.c:runAndEnd 188950541903647832 0 0 0 0
faults.c:sdsType 24 0
faults.c:sdslen 15480972859137949122 0 0 0 0 0 0 0
faults.c:streamOf 1549 0 0
faultsForget 57878348637713 0 0 0 0 0
fcallCommand 0 101006
fcallGetCommandFlags 11178443864 101727 1523
fcallroCommand 0 633
feedAppendOnlyFile 1401959083553315534 0 0 0 0 0 0 0 0 0 0 0 0 0 0
feedReplicationBuffer 16590314117534005275 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
feedReplicationBufferWithObject 175973585 0 0
ffc_from_chars_double 24 0
ffc_from_chars_double_options 24 409281
ffc_from_chars_float 24 0
ffc_from_chars_float_options 24 0
ffc_parse_double 24 0
ffc_parse_double_simple 2696280 0 0
ffc_parse_float 24 0
ffc_parse_float_simple 2696280 0 0
ffc_parse_i32 24 0
ffc_parse_i32_simple 2696280 0 0
ffc_parse_i64 24 0
ffc_parse_i64_simple 2696280 0 0
ffc_parse_options_default 24 0
ffc_parse_u32 24 0
ffc_parse_u32_simple 2696280 0 0
ffc_parse_u64 24 0
ffc_parse_u64_simple 2696280 0 0
fgets_async_signal_safe 10530563427618189208 0 0 0 0
fieldExpireScanCallback 241620800936421329 3 3 3 0
fifo.c:overwriteFifoContents 0 0
fifoCreate 24 0
fifoJoin 6778313385580566575 0 0 0 0 0 0
fifoLength 24 0
fifoPeek 46130503407576 0 0 0
fifoPop 6672244178257584161 0 0 0 0 0 0
fifoPopAll 24 0
fifoPush 18104444127621508198 0 0 0 0 0 0 0
fifoRelease 717562184785 0 0 0
fileExist 6350815 0 0 0
fileIsManifest 7522896185099971798 0 0 0 0 0 0 0 0 0
fileIsRDB 14516553445953507259 0 0 0 0 0 0 0 0
fillCommandCDF 2322670673 0 0 0
fillPercentileDistributionLatencies 19458890994776 0 0 0
filterInvalidLogfmtChar 1415873467040396900 0 0 0 0 0 0 0 0 0 0
finishShutdown 7513074980470704965 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
fireModuleSlotMigrationEvent 18129 0 0
firePostExecutionUnitJobs 2619941969 1565176 0 0
firstTimeout 3594872162927426299 3154 3154 0 0 0
fixedpoint_d2string 11552818948371177798 122 0 122 122 0 4 0 0 0 0 0 327 118 44 0 0
flagTransaction 42129 2103 585
flushAllDataAndResetRDB 9016343420839919327 2970 0 0 0
flushAppendOnlyFile 15492340332119633401 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
flushReplicaKeysWithExpireList 706694689873 2970 0 0
flushReplicasOutputBuffers 11050837742238444507 0 0 0 0 0 0 0 0 0 0 0 0 0
flushallCommand 175973905 2973 3
flushdbCommand 175973905 33 2
forceCommandPropagation 3775321656829073 3190 3190 3190 3001
formatTimezone 17239250875958082439 0 0 0 0 0 0
fpconv.c:fpconv_update_locale 45027908781201 5945 0 5945 5945 5945 5945
fpconv.c:set_number_format 7863828944811581546 360 0 0 0 360 360 360 360
fpconv.c:strtod_buffer_size 9304 0 0
fpconv.c:valid_number_character 18261646382408991813 0 0 0 0 0 0 0 0 0 0 0 0
fpconv_dtoa 45235841893464 133173 784 0
fpconv_dtoa.c:build_fp 172569688 133173 133120
fpconv_dtoa.c:emit_digits 13774914121299315627 133173 954 5 262 5 132722 132911 879 189 132722 773 442 101 181 232 219 179
fpconv_dtoa.c:filter_special 4826922815105389608 133173 0 133173 0
fpconv_dtoa.c:find_cachedpow10 9349399434720679540 133173 399398 266225 0
fpconv_dtoa.c:generate_digits 16474879757159734412 133173 937135 387134 565499 550001 131907 9757 9757 285 0 1266
fpconv_dtoa.c:get_dbits 24 399519
fpconv_dtoa.c:get_normalized_boundaries 41751391 133173 2753 78
fpconv_dtoa.c:grisu2 24 133173
fpconv_dtoa.c:multiply 24 399519
fpconv_dtoa.c:normalize 10193 133173 2753
fpconv_dtoa.c:round_digit 625514175641361 133173 690 940 1873 940 445 250
fpconv_g_fmt 188950541784970328 360 360 0 0
fpconv_init 0 5945
fpconv_strtod 4508599249016321907 95 95 0 0 0 0 0
freeCallReply 6755981921626717789 5945 0 5945 0 0
freeClient 15789985036323229212 10 0 10 10 10 10 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
freeClientArgv 6418368303984623359 1947178 314367 314427 314367 1632811 1512442 0 5973978 1947178
freeClientAsync 184446942325352095 0 0 0 0 0 0
freeClientBlockingState 174663185 10 10
freeClientModuleData 174663185 10 10
freeClientMultiState 174663185 10 10
freeClientMultiStateCmds 4749112401 1665 6149 32816
freeClientMultiWatchedKeysByDB 4041168497789383140 0 0 0 0 0 0
freeClientOrCloseLater 2952346733196369 0 0 0
freeClientOriginalArgv 6657579284137838813 1950428 1829875 60 120493 598140
freeClientPubSubData 45786906010769 334636 334636 0
freeClientReplicationData 16451499762854284188 10 10 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
freeClientReplyValue 174663185 73812 28635
freeClientsInAsyncFreeQueue 14524837627292905225 3154 0 0 0 0 0 0 0 0 0 0 0 0
freeClusterLink 8823249792119017327 0 0 0 0 0 0 0 0 0 0 0
freeClusterNode 17536452089284181352 0 0 0 0 0 0 0 0
freeErrorsRadixTreeAsync 175187153 0 0
freeEvalScripts 185221541070967889 2969 32 32 32
freeEvalScriptsAsync 175187153 32 0
freeFunctionsAsync 175187153 17 0
freeHashObject 489997558358 2322 2322 621 1701 0
freeListObject 188950191142417489 2767 1275 1492
freeLuaServerArgv 18129 314463 645931
freeMemoryGetNotCountedMemory 2562271369562284214 0 0 0 0 0
freeMemoryOverheadData 0 1
freeModuleObject 0 0
freeObjAsync 702705116369 316293 0 0 0
freePendingReplDataBuf 42129 0 0
freePendingReplDataBufAsync 175187153 0 0
freePrefetchCommandsBatch 175973905 0 0
freeRdbProfile 18129 0 0
freeReplicaKeysWithExpireAsync 175187153 0 0
freeReplicaReferencedReplBuffer 635496900269215301 0 0 0 0 0 0 0
freeReplicationBacklog 6621309286943181762 0 0 0 0 0
freeReplicationBacklogRefMemAsync 703778071761 0 0 0 0
freeServerClientMemUsageBuckets 45786905986769 0 0 0
freeSetObject 489997501833 3716 3716 304 1975 1437 0
freeSharedQueryBuf 0 0
freeSparklineSequence 18129 0 0
freeStream 42129 1503 451
freeStreamObject 0 1503
freeStringObject 2749585 6602416 108768
freeTrackingRadixTree 0 0
freeTrackingRadixTreeAsync 175187153 0 0
freeTrackingRadixTreeCallback 0 0
freeZsetObject 7656211849 5125 5125 1526 3599 0
fsyncFileDir 16761142769494427583 0 0 0 0 0 0 0 0
functionDeleteCommand 174663185 112 99
functionDumpCommand 0 95
functionExtractLibMetaData 8242602678697640662 1004 103 0 0 901 901 926 810 0 91 207 116 207
functionFlushCommand 10632006532731377522 2974 0 2957 2957 2957 0 0 0 17 17
functionFreeLibMetaData 2895093879317649 694 694 408 694
functionGetKeys 24 50861
functionHelpCommand 0 11
functionKillCommand 0 37
functionListCommand 2143902619079917926 214 176 54 176 54 94 111 94 0 83 39 14 3 10 70 11 10 83
functionLoadCommand 7237530739938001937 1007 598 595 0 0 718 718
functionReset 0 2974
functionRestoreCommand 4679050575871077875 69 0 38 13 11 13 68 0 0 0 0 0 0 0 0 0 0 0
functionStatsCommand 13852627192955343316 100 0 0 0 100 0
function_lua.c:elapsedMs 24 0
function_lua.c:elapsedUs 24 0
function_lua.c:freeCompiledFunc 42129 0 0
function_lua.c:luaEngineLoadHook 904332952721 0 0 0 0 0
function_lua.c:luaFunctionRegisterFunction 10169277467243994587 614 0 0
function_lua.c:luaGetStringObject 11178443864 721 0
function_lua.c:luaRegisterFunctionArgsInitialize 0 614
function_lua.c:luaRegisterFunctionReadArgs 8660889831699092036 614 0 614 614 107
function_lua.c:luaRegisterFunctionReadFlags 12359509285323843337 107 214 107 0 107 107 0 107
function_lua.c:luaRegisterFunctionReadNamedArgs 4820776277664675517 107 0 428 0 107 0 107 0 107 0 107 0 0 0 0 0 0 0 0
function_lua.c:luaRegisterFunctionReadPositionalArgs 18380212776143940327 507 0 0 0 0
functions.c:dictStrCaseHash 24 101529
functions.c:engineFunctionDispose 174663185 613 0
functions.c:engineLibraryCreate 24 584
functions.c:engineLibraryDispose 0 285
functions.c:engineLibraryFree 174663185 617 34
functions.c:engineStatsDispose 0 2973
functions.c:fcallCommandGeneric 5599551676509984641 101639 1435 1434 1 0 0 62
functions.c:freeCompiledFunctions 18129 0 0
functions.c:functionLibCreateFunction 940324471645330576 614 614 614 107 0 0 0 614
functions.c:functionListReplyFlags 74952695196755025 70 350 11 350 11
functions.c:functionMallocSize 24 644
functions.c:functionsLibCtxFreeGeneric 2696401 0 0
functions.c:functionsVerifyName 3885448622360289049 1308 0 4727 4727 0 0 0 0 4727 4727 0 0 0 0
functions.c:getClientType 4392071785034184760 0 0 0 0 0 0 0 0
functions.c:getEngineUsedMemory 0 0
functions.c:initializeFunctionsLibEngineStats 0 2974
functions.c:libraryJoin 17452586584111365016 0 0 0 0 0 0 0 0 0 0 0 0 0
functions.c:libraryLink 38065818 286 582 286
functions.c:libraryMallocSize 24 320
functions.c:libraryUnlink 621939706353306 34 62 62 34
functions.c:replyEngineStats 845 100 100 100
functions.c:resetEngineOrCollectResetCallbacks 8430737 2974 17
functions.c:sdsType 24 8895
functions.c:sdslen 15480972859137949122 8895 0 3822 4834 239 0 0
functionsAddEngineStats 58989767947409 597 597 0
functionsCreateWithLibraryCtx 2298338044750850741 1004 310 0 97 13 34 13 21 195 195 195 389 614 0 87 606 16 21 408 16 298 0
functionsInit 24 2975
functionsLibCtxClear 145 2974 2973
functionsLibCtxCreate 24 2975
functionsLibCtxFree 185221541070967889 2974 17 17 17
functionsLibCtxFunctionsLen 24 17
functionsLibCtxGetCurrent 24 0
functionsLibCtxReleaseCurrent 2696401 2974 17
functionsLibCtxSwapWithCurrent 0 0
functionsLibGet 24 95
functionsLibNum 24 0
functionsMemory 24 0
functionsMemoryOverhead 24 1
functionsNum 24 0
functionsRemoveLibFromEngine 2323457105 0 0 0
garbage.c:addLast 2696401 61 0
garbage.c:addressesShort 24 18
garbage.c:evict 55256 0 0
garbage.c:freeOnTime 2895234690582029 18 0 18 0
garbage.c:freeUntilFits 5495987319784239414 19 19 19 0 0 0 0 0 0
garbage.c:getClientType 4392071785034184760 0 0 0 0 0 0 0 0
garbage.c:overLimit 99232 19 0 0
garbage.c:step 17513983170144645146 294 377 611 377 307 60
garbageAdd 3040676124783333312 61 61 59 61 42 19
garbageAll 145 0 0
garbageJobOf 24 72
garbageLeft 1568 0
garbageNext 2729105 11 0
garbageSlice 4533630673 18 233 233 233 233 233
garbageTakeApart 15524810387072044929 377 44 333 0 0 0
genAofTimestampAnnotationIfNeeded 6463317497342122601 0 0 0 0 0 0
genClientAddrString 0 1
genClusterDebugString 24 0
genClusterInfoString 5335112869256716608 0 0 0 0 0 0 0 0 0 0 0 0 0 0
genInfoSectionDict 11410548515160884396 77 77 0 0 77 77 0 0 0 0 0 0 0
genModulesInfoString 656472 0 0
genModulesInfoStringRenderModuleOptions 5094887050905937368 0 0 0 0 0
genModulesInfoStringRenderModulesList 148718031960 0 0 0
genValkeyInfoString 4303683036039522276 77 0 1 77 76 0 0 0 0 0 0 1 0 0 1 0 0 0 77 77 0 0 0 0 0 0 0 0 0 0 0 77 77 0 0 0 0 77 77 0 0 0 77 77 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 77 77 0 0 0 0 77 77 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 77 77 0 0 0 77 77 77 77 0 0 77 77 0 0 77 77 0 0 0 0 77 77 0 0 0 77 77 0 0 77 77 0 0 0 77 77 0 76 77 1 0 1216 918 71 227 227 0 77 77 77 77 77 0 0 0 0 0 0 0
genValkeyInfoStringACLStats 24 0
genValkeyInfoStringCommandStats 4514247401634351999 0 0 0 0 0 0 0 0 0 0
genValkeyInfoStringLatencyStats 16816537915550352519 0 0 0 0 0
genValkeyInfoStringScriptingEngines 24 0
generateClusterSlotResponse 13450090763269793647 0 0 0 0 0 0 0 0 0
generateSelectCommand 44975207842904 0 0 0 0
generateSkyline 6387043157982855187 0 0 0 0 0 0 0
generateSkyscraper 11699842751195523020 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
genericGetKeys 1292954956198752614 154724 262 154469 154462 523 159012 523
genericHgetallCommand 12059168953583936612 11120 10753 10933 10753 635 10510 10485 0 3107129 3106713 3106801 10317 10393 10317
genericZpopCommand 3944025784282499313 618 0 817 656 11 457 204 3 39 30 80 201 77 201 53 201 26 16 26 227 147 120 60 0 80 14 27
genericZrangebylexCommand 10017594935604371424 142 139 48 52 29 73 29 4 137 137 137 33 46 7 16 25 39 3 2 0 0 0 0 0 0 0
genericZrangebyrankCommand 7454454740403391931 10277 51 5199 25 72 10217 10205 26 5189 23 5189 250518 250518 250518 250518 250461 169 63 5016 3 3 1 500081 500081 5
genericZrangebyscoreCommand 11015073149878620163 5194 27 34 27 5157 49 5052 9 5057 9 3 250211 250211 250211 38 6 21 17 32 10 4 3 3 3 2 0 0 2
genrand64_int63 24 0
genrand64_int64 4605229502425619730 6215 20 0 3120 3100
genrand64_real1 24 0
genrand64_real2 24 0
genrand64_real3 24 0
geo.c:getClientType 4392071785034184760 0 0 0 0 0 0 0 0
geo.c:sdsType 24 107
geo.c:sdslen 15480972859137949122 107 0 107 0 0 0 0
geo.c:sort_gp_asc 6404841589573113657 220 72 0
geo.c:sort_gp_desc 24 118
geoArrayAppend 188949594997855320 349 1 1
geoArrayCleanup 304156902545 351 349 1
geoArrayInit 0 351
geoGetPointsInRange 8526110133466066447 1400 1370 977 860 161 343 94 3 35 3 425 35 30 19 25 4 6 0 0 0 7 0
geoPolygonPointsFree 10980557969 2127 431 431 431
geoWithinShape 17841101665922752834 720 0 307 61 121 51 292 259
geoaddCommand 17421915865307833047 1322 1695 116 104 153 41 1281 102 0 1649 2683 50 359 181
geodistCommand 13274468014640558622 308 183 25 5 182 101 96 95 8 1 0 1 1
geohash.c:deinterleave64 24 2539
geohash.c:geohash_move_x 188950541906289873 2904 726 1089
geohash.c:geohash_move_y 188950541906289873 2904 726 1089
geohash.c:interleave64 24 3008
geohashAlign52Bits 24 5433
geohashBoundingBox 3636663129803381749 351 0 167 68 116 459 230 241 232 244 30 30 30
geohashCalculateAreasByShapeWGS84 14278357109392564183 351 167 68 116 60 87 56 179 60 84 42 12 158 12 148 59 61 80 98
geohashCommand 5540444549057462556 298 1 727 715 163 12 0 132 12
geohashDecode 11761241805752657098 2539 0 2539 2539 2539 2539 81 0 0 0 0 0
geohashDecodeAreaToLongLat 815899781905099042 772 0 0 0 0 0
geohashDecodeToLongLatType 45039615575128 772 0 772 772
geohashDecodeToLongLatWGS84 24 772
geohashDecodeType 24 772
geohashDecodeWGS84 24 0
geohashEncode 8807700957117773511 3008 0 3008 3008 3008 3008 3008 3008 3008 0 0 3008 0 0 0 3008 3008 3008 3008 3008 3008 0 3008 3008 3008 3008 3008 3008
geohashEncodeType 24 2633
geohashEncodeWGS84 24 2633
geohashEstimateStepsByRadius 3398797547122104511 351 1 1846 13 340 337 6 8 7 80 2
geohashGetCoordRange 0 3756
geohashGetDistance 11228775512 972 21
geohashGetDistanceIfInPolygon 12581432353500352978 292 1184 217 412 217 33
geohashGetDistanceIfInRadius 11211998296 307 61
geohashGetDistanceIfInRadiusWGS84 24 307
geohashGetDistanceIfInRectangle 3482116813212601530 121 24 27
geohashGetLatDistance 24 142
geohashNeighbors 0 363
geohash_helper.c:deg_rad 24 5518
geohash_helper.c:rad_deg 24 937
geoposCommand 8524980203071959786 313 3 743 724 204 19 0
georadiusCommand 0 308
georadiusGeneric 47326263763572474 2374 46 438 3 82 343 469 343 126 115 1 1421 479 2082 5733 577 599 578 108 411 410 489 491 489 13 69 229 229 229 229 229 230 229 0 0 0 0 0 0 0 0 0 0 0 0 402 402 402 402 402 402 402 402 402 289 105 577 577 577 577 577 577 577 577 577 10 401 401 401 401 401 401 401 401 401 72 426 426 426 426 426 426 426 426 426 84 439 461 439 473 461 473 473 473 473 473 473 473 473 0 8 435 431 1716 6 0 558 558 558 558 558 0 0 390 0 1017 792 390 0 1017 390 0 709 390 0 106 0 1322 433 55 39 57 39 102 57 34 34 34 130 209 130 211 63 10 135 89 46 131 96 53 53 52 234 187 121 130 129 46 107 0 66 107 46 24 56
georadiusGetKeys 12970682565531546593 335 881 176 176 176 705 705 159 176
georadiusbymemberCommand 0 326
georadiusbymemberroCommand 0 148
georadiusroCommand 0 140
geosearchCommand 0 962
geosearchstoreCommand 0 490
getAbsolutePath 6551188383026081713 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
getAclErrorMessage 115802635840948752 0 0 0 0 0 0 0 0 0
getAllClientsInfoString 7255959820192212233 0 0 0 0 0
getAllKeySpecsFlags 74241112 14779 3104 2835
getAllocatorFragmentation 24 0
getAofManifestAsString 15989685391972725315 0 0 0 0 0
getAofManifestFileName 24 0
getAppendOnlyFileSize 10572471165524078679 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
getArgvReprString 55000 0 0
getBaseAndIncrAppendOnlyFilesNum 706810029144 0 0 0
getBaseAndIncrAppendOnlyFilesSize 12628566273251488774 0 0 0 0 0 0 0
getBitOffsetFromArgument 7487768253066615691 3820 865 865 865 865 865 38 865 104 3686 3686 8
getBitfieldTypeFromArgument 15339650285074455900 2536 1099 1394 87 2426 2442 2474 2442 1084 16 1358 20
getChannelsFromCommand 4920866392927381569 0 0 0 0 0 0 0
getClientEvictionLimit 12508186268432486945 0 0 0 0 0 0 0
getClientMemoryUsage 189231531548025944 106 0 87 0 0 0
getClientOutputBufferMemoryUsage 10727181325301969040 45335 0 0 0
getClientPeerId 175973464 5 1
getClientPubSubChannels 24 0
getClientPubSubShardChannels 24 0
getClientSockname 175973464 0 0
getClientTypeByName 9932780445334966617 0 0 0 0 0 0 0 0
getClientTypeName 8299918803309825236 0 0 0 0 0 0 0 0 0
getClientWriteOffset 2696280 0 0
getClusterConnectionsCount 1549 1 0
getClusterNodeBySlotRanges 15985592104705451011 0 0 0 0 0 0 0
getClusterNodesList 11006161785944 0 0 0
getClusterSize 24 0
getCommand 0 300597
getCommandFlags 223962880942951868 1893920 101727 1792861 1792193 203705 1588706 1588488 1688903 1588706 1689657 1688903
getConfigDebugInfo 704402861921368 0 0 0
getCorruptedNodeIdByteString 58989716026456 0 0 0
getCurTid 24 0
getDecodedObject 14862786180364760238 2282 1947 1596 335 335 335 335
getDoubleFromObject 4321147507908592817 129966 0 129966 129966 129964 0 240 0
getDoubleFromObjectOrReply 13312304601413274718 129966 240 28
getExpensiveClientsInfo 10295032419688838272 0 0 0 0
getExpirationPolicyWithFlags 265611271346622737 1164 0 0 0 0 0 0 0 1164 0 0 0 0 0 0 0 0
getExpire 24 0
getExpireWithDictIndex 11262329944 9190 4176
getFailoverStateString 2007167471288920 0 0 0 0 0 0
getFlushCommandFlags 15863892807921652252 3006 2934 2951 2934 13 17 13 54 54
getGenericCommand 188950541903692888 301412 694 11
getHashSeedFromString 2737297 0 0
getIOThreadActiveTimeMicroseconds 24 0
getImportingSlotSource 1549 0 0
getInputFileType 2818206295725644113 0 0 0
getInstantaneousMetric 1160280 0 0
getIntFromObjectOrReply 1132684497502409638 2281 67 16 2213 2198 4
getKVStoreIndexForKey 1549 3101017 0
getKeySlot 893064175205581079 0 0 0 0 0 0 0 0 0 0 0 0 0 0
getKeysFreeResult 171574417 822551 13347 822551 13347
getKeysFromCommand 2818206295725644113 822353 0 311453
getKeysFromCommandWithSpecs 5614817609278215629 198 141 198 141 116 0 82
getKeysPrepareResult 8143753214602724530 809250 809204 809204 0 0 0
getKeysSubcommand 0 130
getKeysSubcommandImpl 1286534303613385585 277 31 27 21 198 198 21 21 0 0 360 176
getKeysUsingKeySpecs 8447813222157823420 141 141 187 187 0 0 0 128 34 34 34 34 0 0 34 34 34 0 107 46 27 34 55 0 0 55 55 0 55 55 0 162 162 162 162 278 0 278 278 0 0 0 0 0 25 0
getKeysUsingLegacyRangeSpec 11875516096266789476 510900 13043 485315 12542 853297 0 853297 853297 0 0 0 0
getLastIncrAofName 241622089428730968 0 0 0
getListPositionFromObjectOrReply 10900084504576067723 2086 1037 1026
getListensInfoString 10837267315754822094 1 4 4 0 0
getLongDoubleFromObject 4321147507908592817 1654 268 1386 1319 1346 67 199 67
getLongDoubleFromObjectOrReply 13312304601413274718 1654 199 0
getLongFromObjectOrReply 189232016933050136 54723 700 0 0
getLongLongFromObject 15878113960642574555 813342 403 812939 407830 812846 405109 1999 405109 811343
getLongLongFromObjectOrReply 13312304601413274718 710165 1931 251
getMaxmemoryState 7194332575584477890 0 0 0 0 0 0 0 0 0 0 0 0 0
getMemoryDoctorReport 16934499965455978523 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
getMemoryOverheadData 999168800666711288 1 0 0 0 0 0 16 15 1 0
getMigratingSlotDest 1549 0 0
getModuleBoolConfig 24 0
getModuleEnumConfig 24 0
getModuleNumericConfig 24 0
getModuleStringConfig 1549 0 0
getModuleUnsignedNumericConfig 24 0
getMyClusterNode 24 0
getMyShardSlotCount 13056526183582436798 0 0 0
getNewBaseFileNameAndMarkPreAsHistory 698233417686187525 0 0 0 0 0
getNewIncrAofName 24 0
getNodeByQuery 14840019092153564585 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
getNodeBySlot 24 0
getNodeDefaultClientPort 1549 0 0
getNodeDefaultReplicationPort 1549 0 0
getNodeReplicationOffset 706928260625 0 0 0
getObjectReadOnlyString 13566573906519908924 1846 1846 1091 0 55 1091 55 55 1036 1036 755
getObjectTypeByName 17524691618547149169 95 410 83 381 83 0
getObjectTypeName 13648440757813088951 524 483 41 41 41 0
getPausedActionTimeout 1245349864346712 0 0 0 0 0
getPausedActionsWithPurpose 24 0
getPausedReason 4044743048218529562 0 0 0 0 0 0 0 0
getPositiveLongFromObjectOrReply 11045778961 1831 977
getPsyncInitialOffset 24 0
getRandomBytes 17262536087042000584 4 1 8 4 512 512
getRandomHexChars 18129 4 160
getRandomSeedCString 18335903947311878823 0 0 0 0
getRangeLongFromObjectOrReply 1132684497502409638 6297 440 273 5584 5584 272
getReplicaKeyWithExpireCount 11262329944 106 106
getReplicaPortString 185294800093516888 0 0 0 0 0
getSafeInfoString 11262329944 0 0
getSignedBitfield 10979451992 892 64 711 64
getSlotOrReply 184434308965565528 0 0 0 0 0 0
getStringObjectFromListPosition 720789124625 0 0
getStringObjectLen 603284488778419673 294143 294143 0 101722 175673 16748
getStringObjectSdsUsedMemory 241622020809917528 3127 3127 3127
getTempAofManifestFileName 24 0
getTempIncrAofName 24 0
getTimeZone 24 1
getTimeoutFromObjectOrReply 1836595975058300824 20 20 0 0 0 0 0 0
getTryPsyncString 14014682627994238499 0 0 0 0 0 0 0 0 0 0
getUnsignedBitfield 1160280 1987 52654
getVersion 7395288 0 0
get_proc_stat_ll 3939945035899660226 0 0 0 0 0 0 0 0 0 0 0 0 0 0
getbitCommand 9267448800688804680 542 29 336 180 177 169 40 8 123 3 30
getdelCommand 46130503394449 253 0 132
getexCommand 15729921580988685528 434 11 32 233 32 187 2 14 37 14 186 165 87 37 10
getrangeCommand 5760663670677061449 352 16 16 157 165 163 50 8 25 8 57 25 49 54 19 14 47 83 72 72
getsetCommand 2952352217244881 256 1 0
gf2_matrix_times_switch 3472409159761101541 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
handleBioThreadFinishedRDBDownload 2063712005492779685 11 11 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
handleBlockedClientsTimeout 15180176979943256453 3154 3154 0 0
handleClientsBlockedOnKeys 14553634915316602914 3154 0 3154 0 0
handleClientsWithPendingWrites 1646522003396770366 37743 3154 34589 34589 0 0 0 0 0 0 0 0
handleDebugClusterCommand 4611981356266968942 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
handleLinkIOError 0 0
handleParseError 16935585606453335229 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
handleParseResults 12172651266935453790 823259 0 0 0 0 0 0 823253
handleQbLimitReached 12925630055425309320 0 0 0 0 0 0
handleReadResult 2752179816836452271 625259 625259 0 0 0 0 0 0 0 0 0 0 0 0
hasActiveChildProcess 1568 2048810
hasInvalidLogfmtChar 16890068118834856221 0 0 0 0 0 0 0 0
hashHashtableTypeDestructor 0 6865
hashHashtableTypeGetKey 24 203881
hashHashtableTypeMetadataSize 24 622
hashHashtableTypeValidate 12948097992601101114 1164 0 1164
hashReplyFromListpackEntry 2696401 34 30
hashSdsFromListpackEntry 1549 13 13
hashTypeConvert 188950191142417489 621 621 0
hashTypeConvertListpack 4166899510674972708 621 621 0 621 2038 0 0
hashTypeCurrentFromHashTable 3775344071509080 6002081 6002081 3001036
hashTypeCurrentFromListpack 58989751117009 215686 215686 107839
hashTypeCurrentObjectNewSds 1245369995195529122 4076 4076 3471 0
hashTypeDelete 10172715560465262978 1193 1193 1193 1193 730 696 89 463 132
hashTypeDeleteExpiredFields 2012062362770574167 3 3 0 3 3 0
hashTypeDup 9359976508666146832 3 3 2 1 2 2
hashTypeExists 1567 6140
hashTypeFreeVolatileSet 42129 653 308
hashTypeGetExpiry 7593656078413426110 602 355 23 23 247 34 34
hashTypeGetFromListpack 15195467152122313136 34248 34248 33468 30306 30306 30306
hashTypeGetValue 2518178818961128225 33986 32986 30204 5024 1000 213 213 55
hashTypeGetValueLength 11262284888 178 27 21
hashTypeGetValueObject 6783378920389574405 0 0 0
hashTypeHasStringRef 11262329944 0 0
hashTypeHasVolatileFields 7478005287384201868 225957 1521 224436 201967 2137 2137 2137
hashTypeInitIterator 188950191142417489 11146 5941 5205
hashTypeInitVolatileIterator 13449119445721040835 0 0 0
hashTypeLength 490031120984 18862 0 18095 767 0
hashTypeLookupWriteOrCreate 2895582301332568 109124 37 2055
hashTypeNext 11673763891256104655 3120439 113978 0 5941 5941 108037 5941 108037 3006461 3006461 5205 0
hashTypeResetIterator 2952337337955409 11146 5205 5205
hashTypeScanDefrag 18120746990730593287 0 0 0 0 0 0 0 0 0 0
hashTypeSet 17717524978522803472 115653 12117 227 11940 11890 11952 11940 11890 9952 5380 5380 6510 2 103763 217 5150 366 42 0 11 98613 11 98551 98551 0 0 0 0 5889 6106 5889 115653
hashTypeTrackEntry 706845398682 373 189 373
hashTypeTryConversion 4441360990289421391 102910 99321 2 13248 0 13021 0 309 0
hashTypeUpdateAsStringRef 4435342080770982169 0 0 0 0
hashtable.c:abortShrinkIfNeeded 15884254373553590628 0 0 0 0 0 0 0
hashtable.c:bucketConvertToChained 241621680335135889 12546 12546 12546 11752
hashtable.c:bucketConvertToUnchained 921710208666 14 14 14
hashtable.c:bucketDefrag 11262329944 0 0
hashtable.c:bucketIsFull 1567 4477418
hashtable.c:checkCandidateInBucket 15774595830368517453 4934575 3798668 3798668 0 11791
hashtable.c:compactBucketChain 10678720582405137871 2 0 0 0 0 0 0 0 0 0 0 0 0 0
hashtable.c:compareKeys 46199223453713 5198869 5198869
hashtable.c:dismissRehashedBucketsIfNeeded 16946214033265782176 20303 1 20294 9
hashtable.c:elapsedStart 0 5
hashtable.c:elapsedUs 24 0
hashtable.c:entryGetKey 721862866449 5581970 5578139
hashtable.c:expToMask 99167 4994190 0
hashtable.c:expand 703758697560 1430 0 1430 1430
hashtable.c:fetchEntriesForExpand 6361487865381575109 20303 28594 48897 28594 191867 49747
hashtable.c:fillBucketHole 10746568980959181856 23 23 23 23 0 23 23 23 23 14 23 9
hashtable.c:findBucket 7230930122163593776 4118488 6384 4526472 269285 9885 148188 9885 4112104 148188 47650438 3798668
hashtable.c:findBucketForInsert 12046039970308716116 291858 164040 291858 4185560 12546 976728 291858 291858 291858 149738
hashtable.c:findKeyInBucketSSE2 10731284141144 51897740 4934575 3798668
hashtable.c:freeEntry 42129 5080 3
hashtable.c:getChildBucket 1549 54004845 53386939
hashtable.c:getNextBucket 2895231469556824 1396696 110111 1273747
hashtable.c:hashKey 721862866449 5225159 5225159
hashtable.c:hashtableFingerprint 1160280 14015 84090
hashtable.c:hashtablePauseRehashing 0 72104
hashtable.c:hashtableResumeRehashing 3516062 72036 72036
hashtable.c:highBits 24 5475534
hashtable.c:incrementalFindFromOpaque 24 2816700
hashtable.c:insert 0 142420
hashtable.c:invalidateAllSafeIterators 145 2975 0
hashtable.c:isPositionFilled 24 16933777
hashtable.c:isSafe 24 676646
hashtable.c:iteratorFromOpaque 24 3058360
hashtable.c:iteratorToOpaque 24 268
hashtable.c:moveEntry 921713563290 12583 12583 12583
hashtable.c:nextBucketExp 9343781018380123920 8669 0 0 7353
hashtable.c:numBucketPositions 1549 17219594 10262254
hashtable.c:numBuckets 99167 7211126 20225
hashtable.c:positionFromOpaque 24 130320
hashtable.c:prefetchBucketEntries 871236057805410100 694680 22 4807586 2998921
hashtable.c:prefetchBucketValues 16426105712134980160 0 0 0 0 0
hashtable.c:prefetchNextBucketEntries 185256321462379601 702016 694680 639589 689178
hashtable.c:pruneLastBucket 4575446154820490231 14 14 14 14 14 14 14 0 14 4
hashtable.c:rehashBucketShrink 19458790356049 0 0 0
hashtable.c:rehashEntry 0 142120
hashtable.c:rehashStep 58989403252241 20303 20303 0
hashtable.c:rehashStepExpand 703991597085777 20303 20303 142120 142120
hashtable.c:rehashStepFinalize 3026238512781296516 20303 8291 7734 655 655 655 19648
hashtable.c:rehashStepOnReadIfNeeded 8800492685837990620 4112212 4092134 148820 20078 0
hashtable.c:rehashStepOnWriteIfNeeded 8800492685837990620 149738 139293 21920 10445 10445
hashtable.c:rehashStepShrink 2094924373253066238 0 0 0 0 0 0 0 0
hashtable.c:rehashingCompleted 2895093877515345 7574 4776 657 370
hashtable.c:resetTable 0 21023
hashtable.c:resize 18444398665544913431 8669 15 8669 1744 0 8669 8669 582 0 0 0 5243 8087 5243 0 837 0 10 0 5243 5243 6919 1170 2 2 19 138
hashtable.c:rev 24 131134
hashtable.c:sampleEntriesScanFn 2934754549507153 777 712 53
hashtable.c:sampleRandomBuckets 188105620116046685 108 108 178 88
hashtable.c:shouldPrefetchValues 24 702016
hashtable.c:swapTables 10466878408804454811 7574 7574 0 0 0 0
hashtable.c:trackSafeIterator 3516063 347 347
hashtable.c:untrackSafeIterator 13049812120659339383 347 347 0 0 0
hashtable.c:validateElementIfNeeded 11262329944 7101080 7099916
hashtableAdd 24 142427
hashtableAddOrFind 189231056000464401 142427 7 0
hashtableBuckets 24 123
hashtableChainedBuckets 24 0
hashtableChannelsDestructor 0 0
hashtableChannelsGetKey 24 0
hashtableCleanupIterator 5430198260914409686 15080 7706 7267 107 107 279 6988 347
hashtableClientHash 24 0
hashtableClientKeyCompare 1568 0
hashtableCombineStats 225461969 0 0 0
hashtableCommandGetCurrentName 24 1184172
hashtableCommandGetOriginalName 24 702
hashtableCreate 3705098922959960 3023 750 750 128
hashtableCreateIterator 24 268
hashtableDefragTables 17878369766569524284 0 0 0 0 0
hashtableDelete 172590168 5093 5080
hashtableDump 13679550165583762201 0 0 0 0 0 0
hashtableEmpty 2701930621694802845 24104 513 467 48208 40805 6451 952 952 8383 0 0 0 144 6219 6478 6219 43533 25428 144 26 4865
hashtableEmptyPart 2580374837150315060 311 41 622 20290 20735 20290 1 1 1 4090 170653 63343 103307 4090 3988
hashtableEncObjKeyCompare 1562 39
hashtableEntriesPerBucket 24 0
hashtableExpand 24 1415
hashtableExpandIfNeeded 12268694773101749930 150342 20791 20791 129551 123301
hashtableFairRandomEntry 59247451276376 108 107 8
hashtableFind 9758059542634029404 3642174 224468 3257210 3257163
hashtableFindPositionForInsert 919044319825121957 106276 98958 98743 7318 7318
hashtableFindRef 720789116429 435835 104 430702
hashtableFreeStats 0 0
hashtableGenCaseHashFunction 24 0
hashtableGenHashFunction 24 3684315
hashtableGetHashFunctionSeed 24 0
hashtableGetRehashingIndex 24 0
hashtableGetStats 171558033 0 0 0 0
hashtableGetStatsHt 13115073461035047522 0 0 0 0 0 0
hashtableGetStatsMsg 15608806617834939717 0 0 0 0 0 0 0
hashtableGetType 24 0
hashtableHistogram 2823099794508590491 0 0 0 0 0 0 0 0
hashtableIncrementalFindGetResult 4936923633374527468 281106 245942 245942 35164
hashtableIncrementalFindInit 175973585 876007 10010
hashtableIncrementalFindStep 6997249647505929351 1659587 0 264294 245942 958439 973018 975606 973018 5034187 264294 4929410 264294 276719 276719 653 4841 653 678116 3604 30250 3604 123536 36599 0
hashtableInitIterator 171574417 7706 347 679 347
hashtableInsertAtPosition 3516058 7318 7318
hashtableIsRehashing 1568 4934758
hashtableIsRehashingPaused 1564 24
hashtableLongestBucketChain 4030806192945711691 0 0 0 0 0 0
hashtableMemUsage 856 541 128
hashtableMetadata 24 361284
hashtableNext 16513791953344777657 3034978 0 4866395 7374 7374 7374 347 107 69 55091 330546 55091 646925 404 2 134 2 7336 69 138 69 702016 0 1831417 0 3027595 0 3027604
hashtableObjKeyCompare 24 0
hashtableObjectDestructor 175973905 17126 0
hashtableObjectGetKey 24 4054244
hashtableObjectPrefetchValue 10980820113 0 0 0 0
hashtablePauseAutoShrink 0 78518
hashtablePop 4519625415292390822 72721 65847 5556 5556 17 17 17
hashtableRandomEntry 11262329944 0 0
hashtableRehashMicroseconds 18156696894474930283 280630 280625 0 87 0 0 0
hashtableRehashingInfo 54938 10486 10486
hashtableRelease 11042104401 2975 120 120
hashtableReleaseIterator 0 268
hashtableReplaceReallocatedEntry 10475863057609546897 98554 98601 0 47 56 47 98554 56 3644 297310 98554 99240 98554 297304 99240
hashtableResizeAllowed 1562 837
hashtableResumeAutoShrink 2749585 78449 71096
hashtableRetargetIterator 0 328
hashtableRightsizeIfNeeded 174662744 1016 604
hashtableSampleEntries 188105620116046685 0 0 0 0
hashtableScan 24 65584
hashtableScanCallback 14528689267614151600 420 420 9 28 383 212 168 126 20 20 183
hashtableScanDefrag 9018627099764286970 65584 62 65476 5009 70483 70485 70483 493381 274351 274351 274351 0 0 5009 0 0 46 46 46 0 46 46 1 47 47 47 329 319 319 319 0 0 1 0 0 45 91 0 0 0 0 0 77 91 77 539 147 147 147 0 0 0 0 0
hashtableScanToKvstoreScanCallback 0 273620
hashtableSdsHash 24 3684315
hashtableSdsKeyCompare 99296 3994834 3994496 2840953
hashtableSetCanAbortShrink 0 0
hashtableSetHashFunctionSeed 0 1
hashtableSetResizePolicy 0 106
hashtableSetType 24 208653
hashtableShrinkIfNeeded 13219156946878453000 77668 344 77650 77324 77324 76335
hashtableSize 24 9383562
hashtableStringKeyCaseCompare 24 1203996
hashtableSubcommandGetKey 24 20744
hashtableTryExpand 99290 15 5 0
hashtableTwoPhasePopDelete 58989399876753 6235 6235 6 7 6
hashtableTwoPhasePopFindRef 8421440572461163790 10491 1017 6235 6235
hdelCommand 8598843124183457892 530 271 267 259 99 768 122 10 1 98 249 98 93 5 83 5 10
hdr_add 148617368664 0 0 0
hdr_add_while_correcting_for_coordinated_omission 148617368664 0 0 0
hdr_alloc 24 0
hdr_calculate_bucket_config 8206891065692910427 269 0 269 269 269 269 269 269 269 0 0
hdr_close 42129 0 0
hdr_count_at_index 24 0
hdr_count_at_value 24 0
hdr_get_memory_size 24 0
hdr_histogram.c:all_values_iter_next 2696280 0 0
hdr_histogram.c:basic_iter_next 45039682683992 0 0 0 0
hdr_histogram.c:buckets_needed_to_cover_value 691210870133848 269 5918 0
hdr_histogram.c:count_leading_zeros_64 24 1958362
hdr_histogram.c:counts_get_direct 24 0
hdr_histogram.c:counts_get_normalised 24 0
hdr_histogram.c:counts_inc_normalised 0 1958362
hdr_histogram.c:counts_inc_normalised_atomic 0 0
hdr_histogram.c:counts_index 24 1958362
hdr_histogram.c:format_head_string 7656735320 0 0 0 0 0
hdr_histogram.c:format_line_string 7656211849 0 0 0 0 0
hdr_histogram.c:get_bucket_index 24 1958362
hdr_histogram.c:get_sub_bucket_index 24 1958362
hdr_histogram.c:get_value_from_idx_up_to_count 3381891627786335753 0 0 0 0
hdr_histogram.c:has_buckets 1563 0
hdr_histogram.c:has_next 1563 0
hdr_histogram.c:highest_equivalent_value 24 0
hdr_histogram.c:iter_linear_next 3219539971914964048 0 0 0 0 0 0 0
hdr_histogram.c:log_iter_next 3219539971914964048 0 0 0 0 0 0 0
hdr_histogram.c:lowest_equivalent_value 24 0
hdr_histogram.c:lowest_equivalent_value_given_bucket_indices 24 0
hdr_histogram.c:move_next 11178443864 0 0
hdr_histogram.c:next_value_greater_than_reporting_level_upper_bound 719715374620 0 0
hdr_histogram.c:non_zero_min 11262329944 0 0
hdr_histogram.c:normalize_index 12940944680487677142 1958362 1958362 0 0
hdr_histogram.c:peek_next_value_from_index 24 0
hdr_histogram.c:percentile_iter_next 11320730663073392164 0 0 0 0 0 0 0 0 0 0
hdr_histogram.c:power 9304 269 538
hdr_histogram.c:recorded_iter_next 9517955880024 0 0 0
hdr_histogram.c:size_of_equivalent_value_range_given_bucket_indices 55192 0 0
hdr_histogram.c:update_iterated_values 0 0
hdr_histogram.c:update_min_max 14200734556 1958362 621 621 621 924
hdr_histogram.c:update_min_max_atomic 7690535464071914632 0 0 0 0 0 0 0
hdr_histogram.c:value_from_index 24 0
hdr_init 7689189773680869591 269 0 0 0
hdr_init_preallocated 0 269
hdr_iter_init 0 0
hdr_iter_linear_init 0 0
hdr_iter_linear_set_value_units_per_bucket 0 0
hdr_iter_log_init 0 0
hdr_iter_next 24 0
hdr_iter_percentile_init 0 0
hdr_iter_recorded_init 0 0
hdr_lowest_equivalent_value 24 0
hdr_max 11262329944 0 0
hdr_mean 148718031960 0 0 0
hdr_median_equivalent_value 24 0
hdr_min 11195221080 0 0
hdr_next_non_equivalent_value 24 0
hdr_percentiles_print 18291181590669966746 0 0 0 0 0 0 0
hdr_record_corrected_value 24 0
hdr_record_corrected_value_atomic 24 0
hdr_record_corrected_values 13006688914673324877 0 0 0 0 0 0 0
hdr_record_corrected_values_atomic 13006688914673324877 0 0 0 0 0 0 0
hdr_record_value 24 1958362
hdr_record_value_atomic 24 0
hdr_record_values 2132624047494896116 1958362 0 0 1958362 1958362
hdr_record_values_atomic 2132624047494896116 0 0 0 0 0
hdr_reset 0 0
hdr_reset_internal_counters 569873234518251677 0 0 0 0 0 0 0 0
hdr_size_of_equivalent_value_range 55192 0 0
hdr_stddev 148718031960 0 0 0
hdr_value_at_index 174924888 0 0
hdr_value_at_percentile 59041292846168 0 0 0
hdr_value_at_percentiles 13864024091657503157 0 0 0 0 0 0 0 0 0 0 0 0 0
hdr_values_are_equivalent 1567 0
heap.c:clearFree 24 0
heap.c:getClientType 4392071785034184760 0 0 0 0 0 0 0 0
heap.c:lowerLimit 11195192156 0 0 0
heap.c:processShort 45786786767960 0 0 0
heap.c:setLimit 860 0 0
heap.c:stringLength 8628377613401570777 0 0 0 0 0 0 0 0 0 0 0 0
heapEvict 16482822142092849174 0 0 0 0 0 0 0 0 0 0 0 0 0 0
heapEvicts 24 0
heapGuard 5162883176292560660 0 0 0 0 0 0 0 0 0 0
heapHasRoom 719715374624 0 0
heapProcess 1549 1575377 0
helloCommand 843997405240778159 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
hex_digit_to_int 13515017334918246559 128 0 7 12 7 5 6 8 4 6 10 8 9 0 7 0 9 0 10 0 11 0 9 0 0
hexistsCommand 703825806413 5340 175 5170 5165 5016
hexpireCommand 0 501
hexpireGenericCommand 7391683504465791630 2236 2975 2222 14 31 89 2160 2102 209 33 3813 164 54 45 186 1815 1674 104 45 141 103 103 69 38 2
hexpireatCommand 0 683
hexpiretimeCommand 0 174
hgetCommand 10997278225 5528 285 5249 5243
hgetallCommand 0 10753
hgetdelCommand 14739600943471492908 340 4 4 16 330 316 9 55 141 55 574 317 35 1 0 55 140 55 306 140 29 0 28 0 1
hgetexCommand 9877247177296910492 531 2257 529 2 6 23 521 500 5 74 265 107 19 34 320 230 156 264 230 34 74 212 286 108 34 975 49 517 49 4 442 148 34 29 25 25 4 25 25 25 17 0 291 230 156 260 230 291
hincrbyCommand 8903481588864550526 5516 31 5 5032 30 27 1 5452 2 1 195 2 5002 0 5243 5002 0 0 41 41
hincrbyfloatCommand 18335378531657679215 728 22 18 706 688 6 47 45 28 0 654 654 0 0 652
hkeysCommand 0 180
hlenCommand 10997278225 333 160 181 173
hllCount 3876641091265294538 519 3 108 408 25950
hllDenseCompress 184165467201221713 8 8 8 8 0 0
hllDenseCompressAVX2 19465939727441 8 4088 256 0
hllDenseRegHisto 15766202468749751155 3 3 0 0 3072 0 0
hllDenseSet 12395956090254405301 101 0 99 0
hllMerge 6629911441691429412 1288 24 67746 7616 31 26868 31 7 33292 23240 81 1195 1183
hllMergeDense 4583273551652266212 24 24 0 0 24 24 24 0 0 0
hllMergeDenseAVX2 1741584144822308148 24 192 0 0 12264 576 0 0
hllPatLen 24 31659
hllRawRegHisto 19458874225745 408 835584 828573
hllSigma 2952352215467096 519 237 4116
hllSparseRegHisto 1774880832257925352 108 17667 5633 0 3167 4 1 6 6 6 103 102
hllSparseToDense 13936423079550862951 27 7 829 77 1 348 0 0 405 0 1 19 19
hllTau 10438481934373982882 519 519 519 0 0
hmgetCommand 7359771745292763392 5346 2 16050 0 5156 0
host_command 24 0
host_exit 0 0
host_file_read 24 0
host_file_write 24 0
host_log 0 0
host_now 0 1702739
host_output 0 0
host_random 2753681 3 0
hpersistCommand 14726610532554532896 326 0 6 18 315 302 3 611 2 2 1
hpexpireCommand 0 350
hpexpireatCommand 0 702
hpexpiretimeCommand 0 175
hpttlCommand 0 160
hrandfieldCommand 17304159229203297142 366 327 61 0 266 96 0 96 0 96 96 21 19 18 18
hrandfieldWithCountCommand 17335179612988609224 266 138 132 128 94 33 0 34 61 61 13 52 0 0 28 0 28 0 21 0 9 21 0 0 39 124 0 53 0 53 15 15 7 15 1 3 3 1 1 2 0 0 0 0 0 13 13 13 0 4 1 0 4 0 4 95 44 44 44
hscanCommand 11710964335879735797 309 25 155 131 129
hsetCommand 3576907966210645367 102670 39 23 108355 0 8 0 102443 102608 165
hsetexCommand 3622341458006842634 718 3350 715 6 9 52 700 651 700 700 9 389 63 610 69 32 63 31 94 302 110 25 42 105 53 78 31 74 49 4 29 27 31 254 35 218 1160 1069 1069 1069 1109 1069 1136 1109 177 885 177 909 885 955 65 6 0 0 0 433 460 186 0 0 0 221 32 32 241 35 20 492
hsetnxCommand 9102365870023790768 320 3 15 0 0 25
hstrlenCommand 10997278225 369 191 184 178
httlCommand 0 168
httlGenericCommand 18303315754205440341 677 4 9 27 662 637 11 1246 1189 602 57 48 0 4
humanNodename 717567890264 0 0 0
hvalsCommand 0 187
hyperloglog.c:builtin_ctzll 11262329944 31659 0
hyperloglog.c:getClientType 4392071785034184760 0 0 0 0 0 0 0 0
hyperloglog.c:hllAdd 490031120984 31659 0 101 31558 0
hyperloglog.c:hllDenseAdd 24 101
hyperloglog.c:hllSparseAdd 24 31558
hyperloglog.c:hllSparseSet 11873585212210884225 42733 0 2112 42733 2112 2075 0 3193024 686407 1586546 42731 2 42733 42731 32800 4882 1784 32800 8147 8130 17 0 1 1784 1 0 34583 32800 0 34473 27594 0 0 0 34357 28039 0 0 0 0 0 0 0 32800 0 34582 0 34583 29701 34582 29701 34601 31311 166949 196181 166949 57900 13464 410 95583 410 78 78 0 0 0 0
hyperloglog.c:sdsType 24 147108
hyperloglog.c:sdsalloc 15480972859137949122 77316 0 1170 52835 23311 0 0
hyperloglog.c:sdsavail 15480972859137949122 42733 0 1170 27877 13686 0 0
hyperloglog.c:sdslen 15480972859137949122 147108 0 1368 112403 33337 0 0
iAmPrimary 26025240526 3266 0 3266 3266 0 0
inBioThread 24 0
inMainThread 1567 739560
incrCommand 0 400212
incrCommandStatsOnError 6981781356166107256 3777390 1888773 8861 180 8681
incrDecrCommand 17953192465084525585 405860 3 331 4 405525 20 1 241 20 405029 3 405270 405029 405105 405105 405105 405105 405105 405119 405105 405119 405119 14
incrRefCount 9901654201560814498 2263811 2234110 29701 0
incrbyCommand 176236049 5260 24
incrbyfloatCommand 10545612822413426920 537 5 177 374 355 6 355 349 99
incrementErrorCount 174662865 22112 13
incrementalTrimReplicationBacklog 308275728501434832 0 0 0 0 0 0 0 0 0 0 0 0 0
infoCommand 172590168 76 0
initClientBlockingState 2696721 0 0
initClientMultiState 2696721 1 0
initClientPubSubData 2696721 0 0
initClientReplicationData 2696721 0 0
initClusterSlotMigrationJobList 0 0
initConfigValues 4613595949371257126 1 225 216 95 95 1 0 95 1 0 225 28 28
initDeferredReplyBuffer 15524163542990553355 5330 5330 0 0
initIOThreads 17028775436891060728 1 1 0 0 0
initListeners 1228121438566245927 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
initObjectLRUOrLFU 175973905 123526 0
initRdbStats 1160280 0 0
initSentinel 0 0
initSentinelConfig 0 0
initServer 11296880081829385202 1 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 6 0 0 0 0 0 0 0 0 0 0 0
initServerClientMemUsageBuckets 706929247953 0 0 0
initServerConfig 12405449498807078531 1 1 2 3 3 2
initSharedQueryBuf 0 2
initSlotExportJobClient 3516063 0 0
init_by_array64 2187059454994685373 0 0 0 0 0 0 0
init_combine_cache 4752422609 0 0 0
init_genrand64 18129 1 311
inputCatSds 0 0
installClientWriteHandler 184223124129707153 0 0 0 0 0
intset.c:_intsetGet 24 264062
intset.c:_intsetGetEncoded 13002536526271952406 264688 72 11016
intset.c:_intsetSet 188950191142417489 4811 34 3516
intset.c:_intsetValueEncoding 5133597260137473942 5047 14 5045 5033 2580 5031 2453
intset.c:intsetMoveTail 188950191142417489 1856 1 1702
intset.c:intsetResize 225027928 4185 4185
intset.c:intsetSearch 7810617337856728239 3839 689 689 1047 1039 822 774 3370 1719 1521 130 115 1125
intset.c:intsetUpgradeAndAdd 3778077818172504 604 2 626 2
intsetAdd 10026673788387617336 4300 4300 604 115 115 1856
intsetBlobLen 24 5
intsetDup 11178443864 0 0
intsetFind 99229 97 97 15
intsetFree 42129 1 1
intsetGet 11195221080 259237 252962
intsetLen 24 7149
intsetMax 24 1215
intsetMin 24 1215
intsetNew 24 1973
intsetRandom 3516056 35 35
intsetRemove 17193615468840345278 46 46 0 46 0 0 0
intsetValidateIntegrity 14090207400795661687 4 0 0 0 4 0 0 0 8 0
invalidFunctionWasCalled 0 0
invalidateClusterSlotsResp 24 0
invalidateCommandCache 4750648401 0 0 0
invokeReplyHandlers 7758856323085054548 314427 314427 314383 314383 314383 44 44 314427 314427 44
ioThreadFreeArgv 7632793658099551968 0 0 0 0 0
ioThreadPoll 0 0
ioThreadReadQueryFromClient 10199335597040341537 0 0 0 0 0 0 0 0 0 0
ioThreadWriteToClient 58989751117009 0 0 0
io_threads.c:IOThreadMain 3727201014762203590 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
io_threads.c:clientConnPostponeMaskFromIOState 2956742635889752 0 0 0
io_threads.c:connAccept 24 0
io_threads.c:connGetPrivateData 24 0
io_threads.c:connSetPostponeUpdateState 171500689 0 0 0 0 0 0
io_threads.c:connUpdateState 42129 0 0
io_threads.c:createIOThread 16373070341764671047 0 0 0 0 0 0 0 0
io_threads.c:flushPendingIOResponses 1053102561073738247 0 0 0 0 0 0 0 0 0 0
io_threads.c:getClientType 4392071785034184760 0 0 0 0 0 0 0 0
io_threads.c:getIOThreadPollResults 188950541956130776 0 0 0
io_threads.c:getPendingIOResponsesCount 24 6308
io_threads.c:getPendingIOThreadsJobs 24 0
io_threads.c:handleReadJobs 9107324970121129226 0 0 0 0 0 0 0 0 0 0 0 0 0
io_threads.c:handleWriteJobs 921714575057 0 0 0
io_threads.c:ioThreadAccept 0 0
io_threads.c:shutdownIOThread 6758396526797340583 0 0 0 0 0 0 0 0 0
io_threads.c:tagJob 24 0
io_threads.c:untagJob 0 0
isAnySlotInManualImportingState 1564 0
isAnySlotInManualMigratingState 1564 0
isClientConnIpV6 5165924794587559386 0 0 0 0 0 0 0
isClusterHealthy 1567 0
isCommandNameValid 172590168 0 0
isContainerCommandBySds 1550 340 186 186
isDeferredReplyEnabled 1568 22896368
isHLLObjectOrReply 9516957003670103130 9592 35 29 276 29 168 89 9271 9271 9271 9271 9277 9271 0 93 135 93 379
isImportSlotMigrationJob 1567 0
isInsideYieldingLongCommand 1551 3172692 3172692 3172692
isModuleClientUnblocked 1567 0
isModuleConfigNameRegistered 1568 0
isMutuallyExclusiveChildType 106600274458591 0 0 0 0 0 0 0
isNodeAvailable 11045770784 0 0
isObjectRepresentableAsLongLong 6707891264657834903 0 0 0 0
isParsingError 24 823259
isPausedActions 24 3146548
isPausedActionsWithUpdate 11178443864 4424 4424
isReadyToShutdown 9276595432224325450 0 0 0 0
isReplicatedClient 99278 5630768 5630768 0 0
isSdsRepresentableAsLongLong 1549 1711 853
isSlotInSlotRanges 3755469808753249370 0 0 0 0 0
isValidAuxString 1245362583049304 0 0 0
isWatchedKeyExpired 12154734874395653412 2114 1540 2114 574 1159 0 0
is_hex_digit 14306614473941499153 0 0 0 0 0 0 0 0 0
jemalloc_purge 24 34
keyHashSlot 15831992527390990360 0 0 0 0 0 0 0 0 0
keyIsExpired 24 2635
keysCommand 8894936172085028737 332 94 42 0 0 0 0 0 0 0 1223 0 373 1108 850 373 0 0 332
keysScanCallback 812583655921433103 273602 339 274 316 259 0 0 0
keyspaceEventsFlagsToString 7183433247162255057 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
keyspaceEventsStringToFlags 5632932032701606341 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
killAppendOnlyChild 4098801380860069727 0 0 0 0 0 0
killIOThreads 18129 0 0
killRDBChild 13353991621832320373 0 0 0 0
killSlotMigrationChild 10514795563451525862 0 0 0 0 0 0 0
killThreads 0 0
kvstore.c:addHashtableIndexToCursor 188950541907076625 62524 62524 0
kvstore.c:createHashtableIfNeeded 172590168 129772 129644
kvstore.c:cumulativeKeyCountAdd 15078863889444406769 141392 0 341 11620 341 4270 129772 4270 141392 0 0 0
kvstore.c:cumulativeKeyCountRead 12174692952983746197 0 0 0 0
kvstore.c:elapsedStart 0 20
kvstore.c:elapsedUs 24 280630
kvstore.c:freeHashtableIfNeeded 184433139597256209 86151 86151 0 0 0 0 0 0
kvstore.c:getAndClearHashtableIndexFromCursor 11262329944 65316 65316
kvstore.c:kvstoreGetHashtableRef 24 0
kvstore.c:kvstoreHashtableIsRehashingPaused 1549 0 0
kvstore.c:kvstoreIteratorNextHashtable 10116639382135989456 581 0 249 0 249 0 0 0 332
kvstore.c:kvstoreIteratorNextImportingHashtableIndex 7446590658195649991 0 0 0 0
kvstoreBuckets 46199223452497 0 0 0
kvstoreCreate 9849439160937073481 197 197 197 197 197 197 0 0 0
kvstoreEmpty 17385700255847364014 9477 9477 591 461 0
kvstoreExpand 3181446841685479788 0 0 0 0 0 0 0 0
kvstoreFindHashtableIndexByKeyIndex 4628762906675297823 357 357 0 0 0 0 0 0
kvstoreGetFairRandomHashtableIndex 856 25 17
kvstoreGetFirstNonEmptyHashtableIndex 24 332
kvstoreGetHash 24 0
kvstoreGetHashtable 24 4145758
kvstoreGetHashtableIterator 24 0
kvstoreGetNextNonEmptyHashtableIndex 9374125133397436337 3124 3124 3124 0
kvstoreGetStats 12987241207832695892 0 0 0 0 0 0 0 0 0 0 0 0
kvstoreHashtableAdd 2696280 129772 129772
kvstoreHashtableBuckets 11178443864 0 0
kvstoreHashtableDefragTables 3093873511137302779 0 0 0 0 0
kvstoreHashtableDelete 2930361984689240 5069 0 5069
kvstoreHashtableExpand 11262329944 0 0
kvstoreHashtableFairRandomEntry 11178443864 25 0
kvstoreHashtableFind 11178443864 2229129 730
kvstoreHashtableFindPositionForInsert 24 0
kvstoreHashtableFindRef 11178443864 330420 0
kvstoreHashtableInsertAtPosition 0 0
kvstoreHashtableIteratorNext 11178443864 0 0
kvstoreHashtableMetadataSize 24 376
kvstoreHashtablePop 2930361984689240 407420 340307 316
kvstoreHashtableRandomEntry 11178443864 0 0
kvstoreHashtableRehashingCompleted 42129 5243 4776
kvstoreHashtableRehashingCount 24 2
kvstoreHashtableRehashingStarted 0 5243
kvstoreHashtableSampleEntries 11178443864 0 0
kvstoreHashtableScanDefrag 11178443864 0 0
kvstoreHashtableSize 11178443864 85 85
kvstoreHashtableTrackMemUsage 175973905 34230 128
kvstoreHashtableTryExpand 11262329944 0 0
kvstoreHashtableTwoPhasePopDelete 0 6235
kvstoreHashtableTwoPhasePopFindRef 11178443864 10508 17
kvstoreImportingSize 24 0
kvstoreIncrementallyRehash 14864276510144725732 1158 1138 280630 15
kvstoreIsImporting 921710487256 206705 206705 206705 206705
kvstoreIteratorGetCurrentHashtableIndex 921710487256 0 0 0 0
kvstoreIteratorInit 24 332
kvstoreIteratorNext 16812512143958479426 1555 974 1223 974 253
kvstoreIteratorRelease 721860994193 332 332 0
kvstoreMemUsage 2696280 2 0
kvstoreNumAllocatedHashtables 24 0
kvstoreNumHashtables 24 1001
kvstoreNumNonEmptyHashtables 24 0
kvstoreOverheadHashtableLut 24 2
kvstoreOverheadHashtableRehashing 24 2
kvstoreRelease 12072394556807460893 180 180 60 6 180 0
kvstoreReleaseHashtableIterator 42129 0 0
kvstoreScan 12776768711551678836 65316 0 0 0 0 0 65313 65313 65313 15 0 65313 2792 62524 62524 0 0 0 0 0 0 2792
kvstoreSetIsImporting 1658605347641581569 0 0 0 0 0 0 0 0 0 0 0 0 0
kvstoreSize 46199223452497 18085 0 17247
kvstoreTryResizeHashtables 188105622261670993 1263 1263 1263 1016
lapi.c:aux_upvalue 1683448044594744617 0 0 0 0 0 0 0 0 0
lapi.c:f_Ccall 0 0
lapi.c:f_call 0 309946
lapi.c:getcurrenv 720789124625 963123 172410
lapi.c:index2adr 154777662059870436 13898052 1322152 761 9310433 0 1882976 0 1381608 883 883
lastsaveCommand 0 0
latency.c:getClientType 4392071785034184760 0 0 0 0 0 0 0 0
latency.c:sdsType 24 7
latency.c:sdslen 15480972859137949122 7 0 0 0 7 0 0
latencyAddSample 8208301559541374491 0 0 0 0 0 0
latencyAllCommandsFillCDF 9502903051345 0 0 0 0
latencyCommand 16945654249150616015 55 6 6 6 6 6 6 6 6 15 15 15 7 7 7 7 7 7 7 0 0 0 0 0 14 14 14 6
latencyCommandGenSparkeline 12881193240120891274 0 0 0 0 0 0 0 0 0 0
latencyCommandReplyWithLatestEvents 10257 15 0
latencyCommandReplyWithSamples 19458874242129 0 0 0
latencyMonitorInit 0 1
latencyResetEvent 45081041341846616 7 0 0 0 0
latencySpecificCommandsFillCDF 1553121936847030904 0 0 0 0 0 0 0
lauxlib.c:adjuststack 7949730584210890669 0 0 0 0 0 0
lauxlib.c:emptybuffer 720789124625 650 29
lauxlib.c:errfile 24 0
lauxlib.c:getF 7369846577040809592 0 0 0 0
lauxlib.c:getS 11262329944 19576 9788
lauxlib.c:l_alloc 720789124625 9512285 5200501
lauxlib.c:libsize 17496 53505 665840
lauxlib.c:panic 24 0
lauxlib.c:tag_error 0 0
lazyFreeErrors 0 0
lazyFreeEvalScripts 0 0
lazyFreeFunctionsCtx 0 0
lazyFreeReplicaKeysWithExpire 0 0
lazyFreeReplicationBacklogRefMem 0 0
lazyFreeTrackingTable 0 0
lazyfree.c:getClientType 4392071785034184760 0 0 0 0 0 0 0 0
lazyfreeFreeDatabase 0 60
lazyfreeFreeObject 0 100164
lazyfreeGetFreeEffort 12466860425624202956 416458 5 244 5 248 1072 248 701 1221 701 20 106 20 46 8 8 8 8 0 0
lazyfreeGetFreedObjectsCount 24 0
lazyfreeGetPendingObjectsCount 24 0
lazyfreePendingReplDataBuf 0 0
lazyfreeResetStats 0 1
lbaselib.c:auxopen 0 11890
lbaselib.c:auxresume 3359505336333202161 0 0 0 0 0 0 0
lbaselib.c:base_open 0 5945
lbaselib.c:costatus 14128498744804197782 0 0 0 0 0 0 0 0
lbaselib.c:generic_reader 17343866933059734800 0 0 0
lbaselib.c:getfunc 10961815225270314482 0 0 0 0 0 0 0
lbaselib.c:ipairsaux 99167 312 96
lbaselib.c:load_aux 720789124625 28 28
lbaselib.c:luaB_assert 11178443864 0 0
lbaselib.c:luaB_auxwrap 45855390897240 0 0 0
lbaselib.c:luaB_cocreate 255456920 0 0 0 0 0
lbaselib.c:luaB_collectgarbage 490031120984 0 0 0 0 0
lbaselib.c:luaB_coresume 66687191823889 0 0 0 0
lbaselib.c:luaB_corunning 2696280 0 0
lbaselib.c:luaB_costatus 984 0 0 0
lbaselib.c:luaB_cowrap 24 0
lbaselib.c:luaB_dofile 176235608 0 0
lbaselib.c:luaB_error 10979714136 77 52 52 52
lbaselib.c:luaB_gcinfo 24 0
lbaselib.c:luaB_getfenv 172569688 0 0
lbaselib.c:luaB_getmetatable 11178443864 0 0
lbaselib.c:luaB_ipairs 24 113
lbaselib.c:luaB_load 24 0
lbaselib.c:luaB_loadfile 24 0
lbaselib.c:luaB_loadstring 24 28
lbaselib.c:luaB_newproxy 9253447578583910915 0 0 0 0 0 0
lbaselib.c:luaB_next 11045778961 168 140
lbaselib.c:luaB_pairs 24 28
lbaselib.c:luaB_pcall 2008 0
lbaselib.c:luaB_print 7081663970419299760 0 0 0 0
lbaselib.c:luaB_rawequal 24 0
lbaselib.c:luaB_rawget 24 0
lbaselib.c:luaB_rawset 24 0
lbaselib.c:luaB_select 8630628125271680383 0 0 0 0 0 0 0 0
lbaselib.c:luaB_setfenv 2984766374580764628 0 0 0 0 0 0 0
lbaselib.c:luaB_setmetatable 67035298604120 0 0 0 0 0 0
lbaselib.c:luaB_tonumber 16861236955647884623 143 119 105 0 0 24 24 13 0 10
lbaselib.c:luaB_tostring 11345029652811663501 797 0 797 254 366 177 33 0 0
lbaselib.c:luaB_type 24 699
lbaselib.c:luaB_unpack 17049030560886848942 38 0 0 27 38 11 0
lbaselib.c:luaB_xpcall 2008 0
lbaselib.c:luaB_yield 24 0
lcode.c:addk 11013201517024741191 145046 31174 31430 153768 45 91660 45 94297 91660
lcode.c:boolK 24 22
lcode.c:code_label 24 142
lcode.c:codearith 15697046383218777707 9350 1944 6672 7406 6672 618
lcode.c:codecomp 10980557969 12158 19 5997 19
lcode.c:codenot 5525677154866847257 102 102 0 0 0 0 0 0 0 102 0
lcode.c:condjump 24 24465
lcode.c:constfolding 8882859526684708466 9350 7277 2115 2073 1944 117 45 0 226 129 120 0 642 923 0 0 0
lcode.c:discharge2anyreg 2753681 12307 223
lcode.c:discharge2reg 14903940288865921261 181108 181037 6006 61 112 22776 17343 101372 33367 25155 71
lcode.c:dischargejpc 0 318152
lcode.c:exp2reg 14733772625688631713 180885 71 235 71 164 164 71
lcode.c:fixjump 2737297 31323 0
lcode.c:freeexp 2749585 250682 89696
lcode.c:freereg 10979239057 167402 84228 128597 84228
lcode.c:getjump 720789124625 31487 25423
lcode.c:getjumpcontrol 44975058400785 37581 36958 37581 36958
lcode.c:invertjump 26 12087
lcode.c:isnumeral 26008483807 13989 6424 6424 6424 6424
lcode.c:jumponcond 13428701320505649394 12307 307 102
lcode.c:luaK_code 2939150448796760 318152 54052 54052
lcode.c:luaK_goiffalse 31345042612822 145 145 0 0 0 145
lcode.c:need_value 1267359258055768 399 235 71
lcode.c:nilK 24 33
lcode.c:patchlistaux 171971261521 319019 25259 12205
lcode.c:patchtestreg 4127707753442778038 25259 13054 25 164 25
lcode.c:removevalues 18449 204 0
lcsCommand 9697202843961357231 566 11 558 292 8 290 3 281 287 571 208 94 149 106 106 106 2 5 36 90 36 0 503 503 503 503 503 0 0 13999 85710652 27498 85696650 85683154 9531321 38062554 336 54 449 167 11914 12062 11914 12363 12062 10324 113 10211 10211 10211 86 10245 10238 175 27 113 99 19 14 30 7 167 54 566 555 555
ld2string 3761772285984964827 1360 0 0 0 0 0 1360 20 0 0 0 1340 0 1340 14917 639 0 180 0 189 180 0 0 0
ldbCatStackValue 24 0
ldbDisable 0 0
ldbEnable 0 0
ldbEnd 18129 0 0
ldbGenerateDebuggerCommandsArray 2749585 0 0
ldbGetCurrentLine 24 0
ldbInit 0 0
ldbIsActive 24 203127
ldbIsBreakpointOnNextLineEnabled 24 0
ldbIsEnabled 1550 629166 0 0
ldbIsStepEnabled 24 0
ldbLog 0 0
ldbLogCString 0 0
ldbLogRespReply 0 0
ldbLogSourceLine 9153949195544776897 0 0 0 0 0 0
ldbRepl 2895231320134744 0 0 0
ldbSendLogs 0 0
ldbSetBreakpointOnNextLine 0 0
ldbSetCurrentLine 0 0
ldbSetStepMode 0 0
ldbShouldBreak 1551 0 0 0
ldbStart 2386425809 0 0 0 0 0
ldblib.c:auxupvalue 1093630854167071691 0 0 0 0
ldblib.c:db_debug 8074565068284949856 0 0 0 0 0 0 0 0
ldblib.c:db_errorfb 13747037038889893332 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
ldblib.c:db_getfenv 24 0
ldblib.c:db_gethook 44977439192152 0 0 0 0
ldblib.c:db_getinfo 2211868433039028382 1096 1096 0 0 0 1096 1096 0 1096 0 0
ldblib.c:db_getlocal 14510964251022509107 0 0 0
ldblib.c:db_getmetatable 174662744 0 0
ldblib.c:db_getregistry 24 0
ldblib.c:db_getupvalue 24 0
ldblib.c:db_setfenv 175973464 0 0
ldblib.c:db_sethook 11228755032 0 0
ldblib.c:db_setlocal 11178443864 0 0
ldblib.c:db_setmetatable 255719384 0 0 0 0 0
ldblib.c:db_setupvalue 24 0
ldblib.c:gethooktable 174716049 0 0
ldblib.c:getthread 720789124625 1096 0
ldblib.c:hookf 2952337405064273 0 0 0
ldblib.c:makemask 18358594399698995903 0 0 0 0 0
ldblib.c:settabsi 0 3288
ldblib.c:settabss 0 5480
ldblib.c:treatstackoption 175973585 0 0
ldblib.c:unmakemask 185286008276329560 0 0 0 0
ldebug.c:addinfo 10980533393 78 78 78 78
ldebug.c:auxgetinfo 11139311309352353633 1651 0 4348 4348 1601 1601 1601 0 1146 1146 665 0 0 0
ldebug.c:checkArgMode 821821162651245910 2484 2484 132 0 442 994 0 916 0 902
ldebug.c:collectvalidlines 14836398349262788130 0 0 0 0 0 0
ldebug.c:currentline 45855626068817 1679 659 1020
ldebug.c:currentpc 14069670670367181743 2717 659 2717 2058 78
ldebug.c:findlocal 4896036315348019419 0 0 0 0 0 0 0 0
ldebug.c:funcinfo 11044444113 1601 659 878
ldebug.c:getfuncname 14760205856214710001 1146 589 1146 587 0 1146 587 587 557 481 76 76 327 76
ldebug.c:getluaproto 406120410 78 78 78 78
ldebug.c:getobjname 9947213809866785123 481 481 481 481 0 0 104 0 0 349 28 28 0 0
ldebug.c:info_tailcall 0 0
ldebug.c:isinstack 1245367951758424 0 0 0
ldebug.c:kname 44976132142609 349 349 349 349
ldebug.c:precheck 568109785138944382 481 0 0 0 0 0 0 0 0 0 0 481 481
ldebug.c:symbexec 7508442012614926488 481 0 3452 0 0 3452 1242 0 0 2143 2143 0 67 67 0 67 67 67 67 67 0 0 0 3384 964 18 0 0 3452 0 0 0 0 0 0 0 0 0 0 28 0 0 902 0 0 0 0 0 42 0 0 0 0 0 0 49 0 18 12 67 12 67 67 135 0 124 0 43 0 58 0 92 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 2278
ldo.c:adjust_varargs 6619449807344895036 209596 0 0 0 0 0 0 0
ldo.c:callrethooks 45786536154200 0 0 0 0 0
ldo.c:correctstack 4836312913 944 0 623670
ldo.c:f_parser 7968180127547529013 9793 451 0 0
ldo.c:growCI 188105766161945688 377 0 28
ldo.c:resetstack 0 0
ldo.c:restore_stack_limit 45924112737361 1065 28 28
ldo.c:resume 12057874723342555476 0 0 0 0 0
ldo.c:resume_error 11228755032 0 0
ldo.c:tryfuncTM 15368579707868827175 0 0 0 0
ldump.c:DumpBlock 2749585 0 0
ldump.c:DumpChar 0 0
ldump.c:DumpConstants 12940324574148274045 0 0 0 0 0 0 0 0 0
ldump.c:DumpDebug 3716653459457745 0 0 0 0 0 0
ldump.c:DumpFunction 54239 0 0 0 0
ldump.c:DumpHeader 0 0
ldump.c:DumpInt 0 0
ldump.c:DumpNumber 0 0
ldump.c:DumpString 175973585 0 0
ldump.c:DumpVector 0 0
lfu_getFrequency 24 0
lfu_import 24 0
lfu_touch 24 0
lfunc.c:unlinkupval 0 6089
lgc.c:GCTM 17742390623551488803 5943 5943 0 0 5943
lgc.c:atomic 42129 18287 0
lgc.c:checkSizes 6019003052466633522 24147 14 14 14 421 421
lgc.c:checkstacksizes 14784878255225902808 36614 41 100 30345 100 304 305 304
lgc.c:cleartable 565643735407199946 18287 0 0 0 0 0 0 0 0 0
lgc.c:freeobj 18368015402381921659 3270727 3270727 16409 973118 6087 825305 8920 1434945 5943 0
lgc.c:iscleared 1132755428513123062 0 0 0 0 0 0 0
lgc.c:markmt 1245353857324113 37438 336942 37438 19151
lgc.c:markroot 6654636801137460150 19151 19151 19151 19151 19151 19151 19151 19151
lgc.c:marktmu 11040326737 18287 0 0
lgc.c:propagateall 9304 73148 95011
lgc.c:propagatemark 7486329765625620639 2785577 0 385748 0 2342690 2322115 36614 20525 0
lgc.c:reallymarkobject 9097249526670896094 5800591 2779166 2995884 12738 12738 12738 0 12803 5445 12789 5445 12803 2359816 379518 19151 20681 0
lgc.c:remarkupvals 1770134399816751124 18287 0 0 0 0 0 0 0
lgc.c:removeentry 2745489 1127904 27582
lgc.c:singlestep 8698012182381639649 9334510 0 13208 2708853 2690566 6462720 24147 131525 24147 18204 0 0 0
lgc.c:sweeplist 13171474039917633274 8275689 12183719 12291097 12183719 47597 8912992 0
lgc.c:traverseclosure 8301460627933315739 2342690 5390 2322115 163297 49502 163297 49502 20508 12803 12803
lgc.c:traverseproto 13741100291971387303 20525 20525 216221 143097 181101 143097 12662 12662 50 44 35 29118 29026
lgc.c:traversestack 12306583203553350865 36614 0 36614 0 727047 54583 906363 87526 857065 87526 721371
lgc.c:traversetable 8693720210804179016 385748 39951 33821 345797 19123 0 0 0 0 0 0 0 0 0 385748 27050 17282 17856 17282 4574648 1127904 3446744 2722118 3441802 2722118 3446744 2613720 3211960 2613720 385748 385748
lindexCommand 2966340454440070185 533 394 147 139 6 69 52
linkClient 0 1
linsertCommand 2590866293526858026 551 281 136 279 144 138 1493 34 34
linuxMemoryWarnings 11759008718776250920 0 0 0 0 0 0 0 0
liolib.c:aux_close 24 0
liolib.c:aux_lines 0 0
liolib.c:createmeta 0 0
liolib.c:createstdfile 2737297 0 0
liolib.c:f_flush 1567 0
liolib.c:f_lines 24 0
liolib.c:f_read 24 0
liolib.c:f_seek 11045778961 0 0
liolib.c:f_setvbuf 1567 0
liolib.c:f_write 24 0
liolib.c:fileerror 0 0
liolib.c:g_iofile 17213836218068552779 0 0 0 0
liolib.c:g_read 9816571206034666021 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
liolib.c:g_write 6834813251533084174 0 0 0 0 0 0 0
liolib.c:getiofile 175973464 0 0
liolib.c:io_close 175973464 0 0
liolib.c:io_fclose 2008 0
liolib.c:io_flush 1567 0
liolib.c:io_gc 176235608 0 0
liolib.c:io_input 24 0
liolib.c:io_lines 14291583943563587264 0 0 0
liolib.c:io_noclose 24 0
liolib.c:io_open 99167 0 0
liolib.c:io_output 24 0
liolib.c:io_pclose 24 0
liolib.c:io_popen 99167 0 0
liolib.c:io_read 24 0
liolib.c:io_readline 8588700058687792149 0 0 0 0 0
liolib.c:io_tmpfile 99167 0 0
liolib.c:io_tostring 11262309464 0 0
liolib.c:io_type 274435760317906061 0 0 0 0 0 0 0
liolib.c:io_write 24 0
liolib.c:newfenv 0 0
liolib.c:newfile 24 0
liolib.c:pushresult 185317404506396177 0 0 0
liolib.c:read_chars 17262160082731015822 0 0 0 0 0 0 0
liolib.c:read_line 10928540562906210964 0 0 0 0 0 0
liolib.c:read_number 720789124625 0 0
liolib.c:test_eof 1568 0
liolib.c:tofile 175973464 0 0
listAddNodeHead 11262329944 6 0
listAddNodeTail 11262329944 84423 0
listCreate 11262329944 5777 0
listDelNode 42129 80059 73808
listDup 2292789977217976970 0 0 0 0 0 0 0
listElementsRemoved 4509464169406000533 50672 50307 142 0 0
listEmpty 187543166883800145 3984903 3635071 4368 3852
listGetIterator 12665551398487874472 49 0 49
listIndex 5119380749364083575 0 0 0 0 0 0 0 0
listInitNode 0 13
listInsertNode 15456477128333628810 0 0 0 0 0 0 0
listJoin 2952352217244881 1565175 1565175 0
listLinkNodeHead 175973585 1249162 1249149
listLinkNodeTail 175973585 188814 144896
listNext 189231069974565976 2059328 2019840 2019840
listPopRangeAndReplyWithKey 59113232266079 235 43 125 125 125
listPopSaver 24 50011
listRelease 0 5731
listReleaseIterator 0 49
listReleaseVoid 0 0
listRewind 0 2000538
listRewindTail 0 0
listRotateHeadToTail 175449617 106 106
listRotateTailToHead 175449617 0 0
listSearchKey 4575139464069422205 0 0 0 0 0
listTypeDelRange 188950191142417489 283 2 281
listTypeDelete 12227450567195010118 30 5 25 14 9
listTypeDup 13760165048064756458 2 2 2 2 0 0
listTypeEqual 18342626226552080394 4827 4827 4824 0 416 4411
listTypeGet 11045778961 93 72
listTypeGetValue 2181232238243708501 162 5 4 157
listTypeInitIterator 6547172789148249461 1516 893 1 623
listTypeInsert 5494235726511264401 34 2 2 0 32 17
listTypeLength 13091393264069261601 112460 101078 11382
listTypeNext 8626547678533460598 6379 6379 1307 5072 4595 3473
listTypePop 849732416768775434 50389 50012 50005 50012 1 377 151 377
listTypePush 5566458747536718540 68487 53066 52034 2 15421 0 0 2583
listTypeReleaseIterator 2749585 1516 893
listTypeReplace 188950191142417489 0 0 0
listTypeReplaceAtIndex 9931687379025732533 136 3 133 78
listTypeSetIteratorDirection 1763829178600913508 0 0 0 0 0 0
listTypeTryConversion 0 50694
listTypeTryConversionAppend 0 54652
listUnlinkNode 240742007173389084 1433606 1433606 2351 2351 1431255 39926 39926 1393680
list_add 715419034705 614 302 107
list_create 24 496
list_destroy 145 496 614
list_get_iter 24 496
list_iter_next 11178443864 1110 496
list_length 24 389
list_release_iter 0 496
listenToPort 11780911852502991543 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
listenerByType 11178443864 0 0
listpack.c:lpCurrentEncodedSizeBytes 6238411977068735204 2 0 1 0 0 1 0 0 0 0 0
listpack.c:lpCurrentEncodedSizeUnsafe 6238411977068735204 4781439 1860244 2847686 55849 3534 2107 408 10966 635 10 0
listpack.c:lpDecodeBacklen 3624680529216322630 15428 110 15428 0
listpack.c:lpEncodeBacklen 5237225480527961566 6533745 6532909 746280 836 481 0 0 0 0 0
listpack.c:lpEncodeGetType 10123317460666040051 217603 18829 197808 926
listpack.c:lpEncodeIntegerGetType 15616708525375417385 549601 526250 540251 526250 14929 22844 14929 8843 2612 8058 2612 143 2379 5614 2379 168 272 3291 272 56
listpack.c:lpEncodeString 187824291168466001 198774 197808 926
listpack.c:lpGetWithSize 9425707642377310421 4681725 4681725 1466269 17886 3162351 988319 26303 1677 7868 6208 8782 7430 311 193 9155 274 671 186 15 0 2973 1128
listpack.c:lpSaveValue 0 303
listpack.c:uintCompare 24 196
ll2string 1736369985461717250 1250048 8246 8206 0 0 0 0
llenCommand 10997278225 363 260 110 103
llex.c:buffreplace 2323457105 22940 52862 688
llex.c:check_next 45786906023704 71355 64673 6682
llex.c:inclinenumber 3700350629712731210 78331 78331 1 1 1 78330 78330 1 0
llex.c:llex 2508965909805593936 651284 1164706 0 78330 1 987 987 987 0 0 0 0 0 0 0 0 0 15598 0 0 62009 62009 55848 6161 0 0 0 0 19 19 19 0 5978 5978 0 5978 5331 41620 41756 41756 6428 0 35328 9776 903301 435091 435091 22940 311709 133704 133561 989872 1295209 324785 311709 116573 130403
llex.c:read_long_string 8548581911519206109 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
llex.c:read_numeral 6925574956592406488 22940 5656 28399 23628 22940 231 1072 22940 22940 1072 0
llex.c:read_string 13436510344328549513 46951 46951 181582 181428 0 0 0 154 154 0 0 0 0 0 0 0 0 0 0 0 154 100 100 0 54 54 0 0 0 181428 181428 46900
llex.c:save 188105168993441617 1693717 61 0 61
llex.c:skip_sep 12560512877424853113 15598 15598 0 0 0 15598
llex.c:trydecpoint 220832913 0 0 0
llex.c:txtToken 489762685528 196 0 3 0 5 188
lm_asprintf 24 629
lm_strcpy 24 2131
lm_strtrim 16332837821300809490 297 0 297 0 352 649 352 0
lmathlib.c:math_abs 24 19
lmathlib.c:math_acos 24 0
lmathlib.c:math_asin 24 0
lmathlib.c:math_atan 24 22
lmathlib.c:math_atan2 24 0
lmathlib.c:math_ceil 24 19
lmathlib.c:math_cos 24 22
lmathlib.c:math_cosh 24 0
lmathlib.c:math_deg 24 0
lmathlib.c:math_exp 24 22
lmathlib.c:math_floor 24 19
lmathlib.c:math_fmod 24 19
lmathlib.c:math_frexp 24 0
lmathlib.c:math_ldexp 24 0
lmathlib.c:math_log 24 22
lmathlib.c:math_log10 24 16
lmathlib.c:math_max 19596262839384 30 30 30
lmathlib.c:math_min 19596246062168 0 0 0
lmathlib.c:math_modf 24 0
lmathlib.c:math_pow 24 16
lmathlib.c:math_rad 24 0
lmathlib.c:math_random 17830883625398390000 0 0 0 0 0 0 0 0 0 0
lmathlib.c:math_randomseed 24 0
lmathlib.c:math_sin 24 22
lmathlib.c:math_sinh 24 22
lmathlib.c:math_sqrt 24 22
lmathlib.c:math_tan 24 22
lmathlib.c:math_tanh 24 0
lmoveCommand 189232016884049425 688 7 6
lmoveGenericCommand 16042955842282603788 1044 764 293 280 1 279 0 0
lmoveHandlePush 11178414943 279 110 182
lmpopCommand 0 746
lmpopGenericCommand 1794608715978600820 746 24 5 10 353 347 348 347 352 348 70 355 0
lmpopGetKeys 24 388
loadAppendOnlyFiles 6471305939813820330 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
loadDataFromDisk 12953041610193202194 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
loadModuleConfigs 1054202792034062567 1 0 0 0 0 0 0 0 0
loadSentinelConfigFromQueue 0 0
loadServerConfig 11613832573760525028 1 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 1
loadServerConfigFromString 5992495762766763028 2 12 3 12 9 0 0 8 0 7 0 0 1 0 1 1 0 0 0 7 1 1 1 1 1 1 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
loadSingleAppendOnlyFile 7465612549777560707 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
loadingAbsProgress 2733201 0 0
loadingIncrProgress 2733201 0 0
loadlib.c:dooptions 18257 0 0
loadlib.c:findfile 11783721246962878756 0 0 0 0
loadlib.c:gctm 2696280 0 0
loadlib.c:ll_load 24 0
loadlib.c:ll_loadfunc 4042482941034936400 0 0 0 0
loadlib.c:ll_loadlib 2952352251639313 0 0 0
loadlib.c:ll_module 1202284695090478388 0 0 0 0
loadlib.c:ll_register 715636946008 0 0
loadlib.c:ll_require 7702168377225885031 0 0 0 0 0 0 0 0 0 0
loadlib.c:ll_seeall 174662744 0 0
loadlib.c:ll_sym 24 0
loadlib.c:ll_unloadlib 0 0
loadlib.c:loader_C 188950541907338328 0 0 0
loadlib.c:loader_Croot 8456802646914707084 0 0 0 0 0
loadlib.c:loader_Lua 188950541907338328 0 0 0
loadlib.c:loader_preload 187599929311306840 0 0 0
loadlib.c:loaderror 0 0
loadlib.c:mkfuncname 2696280 0 0
loadlib.c:modinit 175973585 0 0
loadlib.c:pushnexttemplate 11307971995815493573 0 0 0 0
loadlib.c:readable 11262329944 0 0
loadlib.c:setfenv 703560807569 0 0 0 0 0 0
loadlib.c:setpath 175973585 0 0
lobject.c:pushstr 175449297 4820 0
lobject.c:wholeNumber 787478360760646153 23070 27126 27505 27126 50195 27505 1125 23002 21945
localtime.c:is_leap_year 9571731912647794260 116 88 26 0
logConfigDebugInfo 0 0
logCurrentClient 15839504769004776724 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
logInvalidUseAndFreeClientAsync 217353643089 0 0 0
logModulesInfo 0 0
logRegisters 1123129872883531204 0 0 0 0 0
logServerInfo 42129 0 0
logStackContent 12163989051430136337 0 0 0 0 0 0 0 0 0 0
logStackTrace 15714218635635775388 0 0 0 0 0 0 0
logreqres.c:getClientType 4392071785034184760 0 0 0 0 0 0 0 0
lolwut.c:getClientType 4392071785034184760 0 0 0 0 0 0 0 0
lolwut.c:sdsType 24 0
lolwut.c:sdslen 15480972859137949122 0 0 0 0 0 0 0
lolwut5.c:getClientType 4392071785034184760 0 0 0 0 0 0 0 0
lolwut5.c:renderCanvas 8138932024873399606 0 0 0 0 0 0 0 0 0 0 0 0
lolwut5.c:sdsType 24 0
lolwut5.c:sdslen 15480972859137949122 0 0 0 0 0 0 0
lolwut5Command 2290022843425452659 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
lolwut6.c:getClientType 4392071785034184760 0 0 0 0 0 0 0 0
lolwut6.c:renderCanvas 11059082500521081536 0 0 0 0 0 0 0 0 0 0
lolwut6.c:sdsType 24 0
lolwut6.c:sdslen 15480972859137949122 0 0 0 0 0 0 0
lolwut6Command 4982948507948297284 0 0 0 0 0 0 0 0 0 0 0 0 0
lolwut9.c:getClientType 4392071785034184760 0 0 0 0 0 0 0 0
lolwut9.c:juliaSetIteration 1245364730532952 0 0 0
lolwut9.c:sdsType 24 0
lolwut9.c:sdslen 15480972859137949122 0 0 0 0 0 0 0
lolwut9Command 15509440343080058399 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
lolwutCommand 6853847460619917639 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
lolwutUnstableCommand 845 0 0 0
longLatFromMemberOrReply 12948097992601101114 239 220 0
lookupClientByID 24 0
lookupCommand 24 1163446
lookupCommandByCString 24 0
lookupCommandByCStringLogic 24 0
lookupCommandBySds 24 422
lookupCommandBySdsLogic 1560865458993721611 422 0 0 422 422 422 476 0
lookupCommandLogic 2987418412143339679 1183241 1182973 20729 1162596 1179231 20645 0 368 0 0 54 0
lookupCommandOrOriginal 174662744 19373 0
lookupKey 2317974948143590007 2219414 2048269 0 0 1150768 1150768 1150768 0 0 2048269 0 0 0 0 0 2038060 0 2038060 2038060 2038060 2048269 2038060 2038060 897501 34519 35408
lookupKeyByPattern 13822909311456993937 355 54 0 83 95 83 83 297 0 0 1 0 298 83
lookupKeyRead 24 920577
lookupKeyReadOrReply 174662744 355151 9334
lookupKeyReadWithFlags 225027736 932909 932909
lookupKeyWrite 24 1286505
lookupKeyWriteOrReply 174662744 57527 5244
lookupKeyWriteWithFlags 24 1286505
lookupStringForBitCommand 1052242626064704665 1359 11 1348 820 820 214 528 214
lookupSubcommand 24 20645
loslib.c:getboolfield 55256 0 0
loslib.c:getfield 185294814053471320 0 0 0
loslib.c:os_clock 24 0
loslib.c:os_date 557915623537784165 0 0 0 0 0 0 0 0 0 0 0
loslib.c:os_difftime 24 0
loslib.c:os_execute 24 0
loslib.c:os_exit 0 0
loslib.c:os_getenv 24 0
loslib.c:os_pushresult 11045778961 0 0
loslib.c:os_remove 1567 0
loslib.c:os_rename 1567 0
loslib.c:os_setlocale 24 0
loslib.c:os_time 14310415943412552974 0 0 0
loslib.c:os_tmpname 189231550876451928 0 0 0
loslib.c:setboolfield 174925329 0 0
loslib.c:setfield 0 0
lpAppend 24 152295
lpAppendInteger 24 424662
lpBatchDelete 16028541078339297999 0 0 0 0 0 0 0 0 0 0 0 0 0 0
lpBytes 24 326676
lpCompare 16648843776192911780 5059 0 4017 727 105 322
lpDelete 24 50471
lpDeleteRange 17931334415301230625 447 68 0 156 379 156 256 379 256 0 0
lpDeleteRangeWithEntry 17977004698964301669 762 0 1577 276 276 0 762 0 276
lpDup 24 2
lpEstimateBytesRepeatedInteger 24 1614
lpFind 9770196083505136281 73642 73642 1733122 1022173 988505 988505 988505 988505 47068 657804 47068 13533 8631 13299 4902 13332 13299 437 15779 437 1685617 1685617 1685617 26137 26137
lpFirst 13176650742675478188 437771 7484 7484
lpFree 0 4265
lpFreeVoid 0 1289
lpGet 24 3659552
lpGetEdgeStreamID 18288776781736160771 119 0 0 0 0 0 665
lpGetObject 241622089296066065 630 630 435
lpGetValue 172569688 1886109 1567914
lpInsert 18246288150792896118 797232 579629 50471 50471 5192 0 5192 5192 5192 217603 18829 529158 746761 155933 0 155933 155933 155933 0 19499 641495 19499 0 641299 50675 0 160709 10 50041 10 746761 547987 198774 691770 155933 105462 691770 641299 0 0 0
lpInsertInteger 24 529158
lpInsertString 24 5886
lpLast 24 7637
lpLength 17140731116881275805 62612 62612 0 0 0
lpMerge 675268350599763600 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
lpNew 1117146707078630477 11317 2823 0 0 0
lpNext 1346963264409831378 3907786 3907786 36149 36149
lpNextRandom 1324864434916281285 66 175 175 175 32 104 32 72 66
lpPrepend 11178443864 54618 657
lpPrependInteger 11178443864 0 0
lpPrev 3775321875252312 15895 15895 469
lpRandomEntries 14059994876249280046 23 23 73 73 81
lpRandomPair 7091937196761086306 16 16 16 13 3
lpRandomPairs 8703161649734122101 30 30 120 93 100 93 93 120 183 120 52
lpRandomPairsUnique 17929387179411946172 20 0 40 40 40 40 40 18
lpReplace 24 5461
lpReplaceInteger 24 100001
lpRepr 13005984519502690058 0 0 0 0 0 0
lpSafeToAdd 904565195864 23102 22405 0
lpSeek 16930541679096030190 93041 93041 7430 35 2916 6790 0 83300 7334 7334 7334 570 570 570
lpShrinkToFit 716494157329 2583 2579
lpSkip 24 4625504
lpValidateFirst 11262329944 0 0
lpValidateIntegrity 4410052147030922012 1 0 0 0 2 3 2 0 0 2 0 0 0 1 0
lpValidateIntegrityAndDups 44962153047128 1 0 1 0 1
lpValidateNext 16207370269087646388 2 0 0 2 2 0 0 0 0 2 2 0 2 2 0
lparser.c:adjust_assign 3740057786806472513 18938 6657 12281 12281 0 343 12281 0
lparser.c:adjustlocalvars 273 26223 27418
lparser.c:anchor_token 10997331089 16216 0 16216 16216
lparser.c:assignment 9095240425865081081 30131 0 30131 30131 0 0 0 0 0
lparser.c:block 0 18612
lparser.c:block_follow 2006067691225688 120058 0 0 0 18330 0 705 101023
lparser.c:body 42129 6620 0
lparser.c:breakstat 6867468736666664336 0 0 0 0 0 0
lparser.c:check 2753681 298077 19
lparser.c:check_conflict 13481954352727140154 0 0 0 0 0 0
lparser.c:check_match 2930347189285969 63702 0 0
lparser.c:checkname 0 42070
lparser.c:checknext 0 93348
lparser.c:chunk 37332625 35025 85065 104056 85065
lparser.c:close_func 6093630554229778434 16216 16216 16216 16216 16216 16216 16216 16216
lparser.c:closelistfield 2952352217298065 11855 8541 0
lparser.c:codestring 0 89021
lparser.c:cond 175973464 18215 0
lparser.c:constructor 14003020018126449454 8402 3683 230 11811 9774 3032 0 2081 8128 8128
lparser.c:enterblock 0 19406
lparser.c:enterlevel 2737297 223181 0
lparser.c:error_expected 0 19
lparser.c:errorlimit 863 0 0
lparser.c:exp1 24 478
lparser.c:explist1 9304 94923 18930
lparser.c:expr 0 160031
lparser.c:exprstat 175973585 31642 1498
lparser.c:field 0 35328
lparser.c:forbody 54093 397 226 226 226
lparser.c:forlist 145 171 115
lparser.c:fornum 2696401 226 26
lparser.c:forstat 489997501833 397 397 226 115 56 0
lparser.c:funcargs 1415966132326000501 30187 30187 30080 0 165 107 0 0 352 29835 29835 29670
lparser.c:funcname 10944826385496 0 0 0
lparser.c:funcstat 0 0
lparser.c:getbinopr 13674171651681484006 187947 0 506 86 50 277 196 642 6428 5978 6161 0 0 19 0 6034 171 161399
lparser.c:getunopr 2007167471288920 188156 0 102 923 734 186397
lparser.c:ifstat 10944826385617 18215 0 0
lparser.c:indexupvalue 9212987884762229163 12226 6141 6141 6141 6141 0 6085 24340 1 6083 1
lparser.c:init_exp 0 298679
lparser.c:lastlistfield 1090366664737335856 8358 6603 663 1092 1092 1092
lparser.c:leaveblock 42129 19406 0
lparser.c:listfield 2737297 5113 0
lparser.c:localfunc 0 42
lparser.c:localstat 3509134545 18767 172 18767
lparser.c:markupval 152945599633 12226 0 0 0 0
lparser.c:new_localvar 2737297 27418 0
lparser.c:open_func 188387248355747025 16413 0 0
lparser.c:parlist 5386659523069748007 6620 6403 331 6734 6734 0 0 6734 331
lparser.c:prefixexp 490031120984 127046 0 32 126836 178
lparser.c:primaryexp 16966642713940298210 127046 207981 81113 35328 15598 0 30080 0 107 126868
lparser.c:pushclosure 671008411772992669 6620 6308 25232 3 6619 3 6085 6085
lparser.c:recfield 2952337371501777 6742 6742 0
lparser.c:registerlocalvar 2778104872398413389 27418 13637 54548 11 27317 11
lparser.c:removevars 10001 35622 27418
lparser.c:repeatstat 174662865 0 0
lparser.c:retstat 15620615029955154661 16002 44 15958 15958 1300 14493 14493 1300 1300 1300 14493
lparser.c:searchvar 1258562091291736 151266 194876 92859
lparser.c:simpleexp 6649759987384003577 186397 76120 22935 46951 6039 134 61 0 0 8295 6578 95404
lparser.c:singlevar 2749585 126836 33977
lparser.c:singlevaraux 14570953944972418368 185243 33977 92859 12226 46181
lparser.c:statement 4155176505306478834 85065 0 18215 0 0 397 0 0 18809 42 16002 0 31642
lparser.c:str_checkname 24 195133
lparser.c:subexpr 6240514595335621692 188156 1759 26366 26750 26366
lparser.c:test_then_block 24 18215
lparser.c:testnext 720789124625 376089 107745
lparser.c:whilestat 0 0
lparser.c:yindex 0 15598
lpopCommand 0 50382
lposCommand 123726154179440586 879 950 334 335 334 5 21 319 322 319 14 265 266 265 13 125 568 210 6 80 31 1707 1736 201 29 39 30 28 11 3 10 3 80 17
lpushCommand 0 50778
lpushxCommand 0 192
lrangeCommand 9501876783222685866 6523 72 6483 6451 1070 5403 5381
lremCommand 6461977456752677382 505 34 338 137 133 57 1627 30 2 25 2 22 0
lru_getIdleSecs 176235608 6 0
lru_import 176235608 2161586 0
lrulfu.c:LFUDecay 3462936 0 0 0
lrulfu.c:LFUGetTimeInMinutes 24 0
lrulfu.c:LFULogIncr 3365968543929654938 0 0 0 0
lrulfu.c:LRUGetClockTime 24 2161592
lrulfu_getIdleness 172569688 0 0
lrulfu_init 11045778961 123526 0
lrulfu_isUsingLFU 24 2161648
lrulfu_touch 11045778961 2038060 0
lrulfu_updateClockAndPolicy 0 1569020
lsetCommand 5588576112646313526 482 344 141 138 2 81
lstate.c:callallgcTM 0 5943
lstate.c:close_state 3527517 5943 5943 5943
lstate.c:f_luaopen 0 5945
lstate.c:freestack 3527517 14863 14863 14863
lstate.c:preinit_state 0 14865
lstate.c:stack_init 3527517 14865 14865 14865
lstring.c:newlstr 612160141788037458 1435401 0 18265 18265 18265
lstrlib.c:add_s 3921248458803727995 146 288 4 0 0 0 0 0 0
lstrlib.c:add_value 3030813792550937736 146 0 0 146 0 0 0 0
lstrlib.c:addintlen 0 195
lstrlib.c:addquoted 11377058726111790026 20 0 0 681 681 2 1 1 0 0 0 0 1 3 673 0 0 0 0
lstrlib.c:capture_to_close 1258562091291736 198 198 198
lstrlib.c:check_capture 184433968606184536 0 0 0 0 0 0
lstrlib.c:classend 1042604259576912613 1549 0 738 0 544 0 894 0 97 97 97 267
lstrlib.c:createmetatable 0 5945
lstrlib.c:end_capture 175973464 198 0
lstrlib.c:gfind_nodef 24 0
lstrlib.c:gmatch 24 28
lstrlib.c:gmatch_aux 285956444161604009 119 632 91 0
lstrlib.c:lmemfind 14950623309582727717 23 2 5 2 16 2 2
lstrlib.c:match 6838768728786648923 2121 2296 0 269 0 198 738 0 0 0 0 0 0 0 0 0 738 0 0 280 0 0 0 811 1549 1430 299 0 0 0 0 0 28 729 106 4 788 613
lstrlib.c:match_capture 2878417596921361 0 0 0 0
lstrlib.c:match_class 948477311314851993 1181 1181 1181 0 0 0 0 195 0 0 0 0 0 0 986 0 0 0 1181
lstrlib.c:matchbalance 17414361375384902841 0 0 0 0 0 0 0 0 0
lstrlib.c:matchbracketclass 13388307351366696863 609 0 1433 195 123 0 0 0 0 0 0 4
lstrlib.c:max_expand 191368696378631095 134 318 403 318 134 134
lstrlib.c:min_expand 2197342204129708794 4 4 0 0 3 0
lstrlib.c:posrelat 716492342110 374 172 336
lstrlib.c:push_captures 908906837080 134 91 106 91 147
lstrlib.c:push_onecapture 1602599402003035086 431 91 91 0 0
lstrlib.c:scanformat 15305013785991990663 679 40 719 40 0 84 24 340 340 272 0
lstrlib.c:singlematch 128458718162490911 1836 0 142 986 609 99
lstrlib.c:start_capture 2947946542605400 269 0 71
lstrlib.c:str_byte 8190676622107335840 37 0 0 1 0 743
lstrlib.c:str_char 19601681134680 0 0 0 0 0 0
lstrlib.c:str_dump 176235608 0 0
lstrlib.c:str_find 24 63
lstrlib.c:str_find_aux 16002931707488180405 96 0 0 23 63 63 40 4 0 201 43 15 201 201
lstrlib.c:str_format 374293425295635059 313 1065 386 0 0 0 0 0 0 634 20 63 23 22 23 42 22 44 0 44 292 0 20 40 1 40 1 24
lstrlib.c:str_gsub 13957506246445507932 54 0 0 0 0 0 0 0 54 0 610 146 146 146 146 410 0 0 0
lstrlib.c:str_len 24 19
lstrlib.c:str_lower 277391992564799194 0 0 0 0 0 0 0 0 0
lstrlib.c:str_match 24 33
lstrlib.c:str_rep 640088 162 108800
lstrlib.c:str_reverse 37598296 19 406 0 0
lstrlib.c:str_sub 8166199083067807051 102 43 33 95
lstrlib.c:str_upper 277391992564799194 19 406 0 0 0 0 0 0 0
lstrlib.c:writer 24 0
ltable.c:arrayindex 188949594999166040 2768376 60738 59255
ltable.c:computesizes 9601696402151407204 334771 64487 50289 44244 37587
ltable.c:countint 2878209291007505 1773321 56143 56143 56143
ltable.c:findindex 13070709415757537972 1085358 90303 1446 1498 1446 520364 993609 520364 0 0 0 0
ltable.c:getfreepos 686816044848216 1408611 2323356 1073840
ltable.c:hashnum 2952352215708760 283935 15482 268453
ltable.c:mainposition 6797617422282759021 5279067 0 89921 5189036 44 0 66
ltable.c:newkey 8687394905354940837 3208517 1408611 1898019 1799906 334771 101481 27560 18027 2782316 18027 2830904 2782316
ltable.c:numusearray 6320540554943397182 334771 343756 334771 334771 24824 23537
ltable.c:numusehash 9511729960024 334771 1567333 1438550
ltable.c:rehash 18257 334771 9038817
ltable.c:resize 11930582281794826744 335430 35465 75 79 1 75 1567992 1438550 236658 236658
ltable.c:setarrayvector 225724113 860888 860888 372248
ltable.c:setnodevector 3834187958648133303 1160853 777532 0 383321 3334082
ltable.c:unbound_search 5703265726314619257 3084 1025 0 0 1049 1028
ltablib.c:addfield 2729105 175 28
ltablib.c:auxsort 470283122168819079 120 81 36 36 7 10 4 73 52 0 64 0 41 10
ltablib.c:foreach 608750719276120 0 0 0
ltablib.c:foreachi 80266169128391768 0 0 0
ltablib.c:getn 24 0
ltablib.c:maxn 1771718740911869078 20 60 60 60
ltablib.c:set2 0 167
ltablib.c:setn 24 0
ltablib.c:sort 11181302872 79 20
ltablib.c:sort_comp 45800765863441 426 140
ltablib.c:tconcat 242369420989375576 48 20 155 20
ltablib.c:tinsert 1644886555077221320 0 0 0 0 0 0 0
ltablib.c:tremove 6458831253896449908 20 0 20 20 0
ltrimCommand 16632275549976598796 321 20 311 301 223 81 78 31 32 11 39 45 39 11 2 76 39 72
luaA_pushobject 0 0
luaC_barrierback 0 19059
luaC_barrierf 175973585 60 2
luaC_callGCTM 145 5943 5943
luaC_freeall 18129 5943 1627904
luaC_fullgc 188387095176554513 5943 5860 1635467 2639414
luaC_link 0 1824155
luaC_linkupval 7014496779069632040 6089 0 6089 0 0 0 0 0 0 0
luaC_separateudata 13094622071438844140 24230 18285 12342 5943 5943 12342 12342 0 0 0 5943
luaC_step 5582029676921236807 119118 0 4940511 12261 106857 36116
luaCallFunction 9701231913620798758 303269 303269 0 203127 203127 203127 6065 587 0 0 587 587 587 303269
luaD_call 13879211799505944132 626533 0 0 0 310437 248
luaD_callhook 299974226165012628 0 0 0 0 0 0
luaD_growstack 175449297 640 636
luaD_pcall 176235608 319739 1065
luaD_poscall 6629705751345528198 949019 0 620867 923037 620867 376
luaD_precall 5958471742632734585 1423765 0 786399 226 576803 100085 377 1886344 0 22 0 0 0
luaD_protectedparser 55128 9793 9793
luaD_rawrunprotected 175973464 331627 331627
luaD_reallocCI 861 505 505
luaD_reallocstack 861 944 944
luaD_seterrorobj 31359843729942 1065 1065 0 0 197 868
luaD_throw 706843583569 1065 1065 0
luaE_freethread 0 8920
luaE_newthread 24 8920
luaError 24 260
luaErrorInformationDiscard 2895093879317649 748 748 587 587
luaExtractErrorInformation 5985259110209833537 748 107 641 587 587 225 0
luaF_close 626754012656721 27960 6089 6089 6089 0
luaF_findupval 16140774267133295016 6089 0 0 0 0 0
luaF_freeclosure 13 973118 956901
luaF_freeproto 5911105747032771081 16409 16409 16409 16409 16409 16409 16409
luaF_freeupval 2753681 6087 0
luaF_getlocalname 2350521394708065147 481 244 246 244 244 0
luaF_newCclosure 24 957178
luaF_newLclosure 9304 16221 6089
luaF_newproto 24 16413
luaF_newupval 24 0
luaFunctionFreeFunction 0 0
luaFunctionInitializeLuaState 0 2975
luaFunctionLibraryCreate 10937574817740325148 584 88 496 107 0 614 584
luaG_aritherror 2749585 0 0
luaG_checkcode 1568 0
luaG_checkopenop 8053099876964178193 43 0 22 21 0 0 0 0
luaG_concaterror 10997331089 0 0 0 0
luaG_errormsg 11957435920954938780 868 587 0 0
luaG_ordererror 11262309464 0 0
luaG_runerror 0 78
luaG_typeerror 220800209 0 0 0
luaGetFromRegistry 2952352218084184 565216 17937 547279 547279
luaH_free 46199041495901 825305 146624 146624 825305
luaH_get 4283164388696994470 6816721 0 0 6387629 429037 425991 55 549 42
luaH_getn 6151318904642555317 5128 783 3236 783 2280 474 1261
luaH_getnum 445381458342982796 1103981 909967 1090123 909967 25453 107974 110181 107974
luaH_getstr 9522491532616560682 7137881 2139877 3753182 7302149 3753182
luaH_new 24 825423
luaH_next 4972084664167043167 1085358 1613 1446 1339395 993679
luaH_resizearray 863 659 659
luaH_set 10200918030101628549 4430682 1439267 0 0 44873 0
luaH_setnum 721862866449 360337 327040
luaH_setstr 721862866449 359851 176046
luaK_checkstack 45924113523793 176874 36459 0
luaK_codeABC 24 211996
luaK_codeABx 24 106156
luaK_concat 7042076772499540955 136149 68634 61451 0
luaK_dischargevars 10660856398674575259 658861 658861 68687 12128 27963 38853 0 13750 497480
luaK_exp2RK 5731784226550600972 127323 56573 4450 22 0 33 4505 33 4450 66245 66245 56573
luaK_exp2anyreg 3363294687074493248 128819 76936 76917 19
luaK_exp2nextreg 0 168878
luaK_exp2val 176235729 149349 0
luaK_fixline 0 30584
luaK_getlabel 24 62860
luaK_goiftrue 2006067926098518 24249 24249 0 0 0 12087 12162
luaK_indexed 0 50926
luaK_infix 5956861489446406922 26366 26366 6034 145 6428 456 63 50 247 143 642 288 12158
luaK_jump 24 24807
luaK_nil 4804732899204327418 6006 6006 0 0 0 0 0 0 0
luaK_numberK 24 21993
luaK_patchlist 175973585 397 0
luaK_patchtohere 0 62483
luaK_posfix 7580093693928336205 26245 26245 6034 145 6428 215 260 215 335 63 50 247 143 642 6161 5978 0 0 19 0 0
luaK_prefix 11787112040367131133 1759 1759 923 0 102 734 0
luaK_reserveregs 0 176703
luaK_ret 0 32053
luaK_self 0 0
luaK_setlist 926814643409 1755 663 1755
luaK_setoneret 2952346736600145 43862 19717 0
luaK_setreturns 2952346736600145 38535 8972 0
luaK_storevar 8903379167866220823 30154 18166 11988 98 5995 12073 0
luaK_stringK 24 122998
luaL_addlstring 587473 109769 116769 0 0
luaL_addstring 0 0
luaL_addvalue 45992978752593 432 432 0
luaL_argerror 18009121152332440995 50 0 0 0 30
luaL_buffinit 0 722
luaL_callmeta 238534454619505752 797 797 0 0 797
luaL_checkany 2749585 1615 0
luaL_checkinteger 702754137176 1106 0 113 0
luaL_checklstring 174662744 3068 0
luaL_checknumber 702754137176 1101 0 11 0
luaL_checkoption 3677487672398936 0 0 0 0
luaL_checkstack 2729105 9398 0
luaL_checktype 2753681 846 0
luaL_checkudata 6647939187957538451 0 0 0 0
luaL_error 24 453
luaL_findtable 2690066197058303813 107010 0 107010 53505 0 0
luaL_getmetafield 5450044442394184327 797 431 366
luaL_gsub 656472 0 0
luaL_loadbuffer 24 9793
luaL_loadfile 12166195334038798602 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
luaL_loadstring 24 0
luaL_newmetatable 715636966488 0 0
luaL_newstate 2696280 5945 5945
luaL_openlib 10897816894209052974 53505 53505 53505 0 665840 0
luaL_openlibs 273 0 0
luaL_optinteger 99165 821 563
luaL_optlstring 7894419348256734317 1172 28 0 0
luaL_optnumber 99165 0 0
luaL_prepbuffer 2696280 0 0
luaL_pushresult 0 650
luaL_ref 10416035687569226993 3741 3741 3741 0 0 12
luaL_register 0 53505
luaL_typerror 24 0
luaL_unref 46061598918481 3647 3647 3647 3647 0
luaL_where 45228627690577 505 505 355
luaLdbLineHook 14630035098515788811 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
luaM_growaux_ 17203977017143051157 165564 0 0 74334 165564
luaM_realloc_ 702754661464 9499494 0 5194224 0
luaM_toobig 24 0
luaMemory 24 214
luaO_chunkid 14087896088727483783 1876 659 1217 0 0 0
luaO_fb2int 720789124625 7530 7406
luaO_int2fb 44548529605129745 16716 0 16594
luaO_log2 648280 439464 371
luaO_pushfstring 24 517
luaO_pushvfstring 1882293203121937163 1451 4185 1451 0 2734 1795 0 99 816 0 0 0 0 24 0
luaO_rawequalObj 3999066465918276294 1517623 2700 0 0 1028 0 0 1513895
luaO_str2d 6355017650142218503 23070 21945 14 0 1111 1111 1063 96 0
luaPushError 0 234
luaRegisterLogFunction 0 8920
luaRegisterServerAPI 0 5945
luaRegisterVersion 0 8920
luaS_newlstr 1347192421724029201 4459609 4294383 3024208 3189458 3024208 628
luaS_newudata 175187032 5945 0
luaS_resize 9994454811628234760 24224 0 24224 3088096 1459680 1466878 24224
luaSaveOnRegistry 2696401 619508 309710
luaServerReplicateCommandsCommand 24 30
luaSetErrorMetatable 0 11895
luaSetTableProtectionForBasicTypes 14118871848070873467 8920 62440 62440 8920 8920 8920 8920 8920 8920 8920 8920
luaSetTableProtectionRecursively 11220219302349100005 112970 23785 992840 83235 11895
luaT_gettm 720789124625 390401 27853
luaT_gettmbyobj 31359843735053 0 0 0 0 0 0
luaT_init 18129 5945 101065
luaU_dump 24 0
luaU_header 31 0
luaU_undump 13925227479435926974 0 0 0 0 0
luaV_concat 2167634500013886164 9150 423 0 9573 944 0 6189 0 0 423 54 0 15222 15222 1252 0 0 24372
luaV_equalval 12522936919886451727 4036 0 0 2744 0 0 0 0 0 0 1292 0 0 0 0
luaV_execute 18258321093734245558 310437 789071 3211568 0 3181843 3181843 3181843 0 0 16578 330504 371 100 6009 0 477042 545992 641925 641749 5995 29 0 0 0 0 0 12251 3584 558 3765 264 0 0 3136 2700 436 3136 3136 3136 2700 0 2700 2700 2700 2700 8969 0 569 8969 8969 8969 494 129 494 494 494 494 23 0 23 23 23 23 0 0 0 0 0 0 0 0 0 0 0 0 860 860 713 147 0 0 7057 363 169 4068 0 4016 3184 4036 838 140 40 0 0 0 0 0 0 1521 219 1350 65 65 8 0 8 8 8 496216 495767 0 475860 20146 18981 0 301016 300960 0 74 46 240 300691 0 312443 11752 6043 309743 2700 23215 23029 23188 235 0 0 0 0 0 0 0 0 0 599 447 1613 660 0 0 659 5856 10 2224 10 2272 2224 0 6625 6089 0 139 0 0 0 0 0
luaV_gettable 4548737761422314850 2150205 2250999 2250999 2150022 173202 100977 72225 0 0 183
luaV_lessthan 2805093114519493676 426 0 140 286 0
luaV_settable 14705345550326533726 2298350 2298350 2298350 50 2048615 1544688 249685 1286898 1080 426 1289202 426 1308385 1289202 0 249685
luaV_tonumber 18031439100027186572 3859 0 116 130 116
luaV_tostring 45800765863441 8433 17
luaX_init 18129 5945 124845
luaX_lexerror 42129 197 196
luaX_lookahead 0 9774
luaX_newstring 2952337405056088 359851 183805 1783
luaX_next 176235729 651284 9774
luaX_setinput 3527516 9793 9793 9788
luaX_syntaxerror 0 197
luaX_token2str 45855624476177 207 27 0
luaY_parser 11228755032 9793 0
luaZ_fill 45045068170328 19576 9788 9788 9788
luaZ_init 0 9793
luaZ_lookahead 2224260587151681812 9793 9793 5
luaZ_openspace 221653954857781955 9150 1685 396 1685
luaZ_read 38981149237040216 0 0 0 0
lua_atpanic 24 5945
lua_bit.c:barg 702754137176 6540 0 70 0
lua_bit.c:bit_arshift 24 21
lua_bit.c:bit_band 1164376 49 49
lua_bit.c:bit_bnot 24 21
lua_bit.c:bit_bor 1164376 21 21
lua_bit.c:bit_bswap 24 21
lua_bit.c:bit_bxor 1164376 21 21
lua_bit.c:bit_lshift 24 21
lua_bit.c:bit_rol 24 21
lua_bit.c:bit_ror 24 0
lua_bit.c:bit_rshift 24 21
lua_bit.c:bit_tobit 24 63
lua_bit.c:bit_tohex 6803279104380420174 84 28 0 28 0 560
lua_call 10980549777 59590 0 0 0
lua_checkstack 17382355854646534163 797400 27 797373 797373 797358 392 64642
lua_cjson.c:codepoint_to_utf8 15410822055765458770 42 0 21 0 21
lua_cjson.c:decode_hex4 1245363656791128 63 252 0
lua_cjson.c:hexdigit2int 17971101420055291734 252 147 252 147 105 105 105
lua_cjson.c:json_append_array 306188989521 151 592 441
lua_cjson.c:json_append_data 3683000144914669453 770 594 70 401 35 35 229 151 0 35 35 0
lua_cjson.c:json_append_number 9660510757147086370 401 401 41 360 360 0 0 0 0 0
lua_cjson.c:json_append_object 5626845643522532252 35 35 0 0 35
lua_cjson.c:json_append_string 4876658977025985798 105 0 429 75
lua_cjson.c:json_append_unicode_escape 17561159169901058957 42 0 21 0 0 21 21 0 0 0
lua_cjson.c:json_arg_init 16593302616 34 0 0 0
lua_cjson.c:json_cfg_decode_invalid_numbers 13400 0 0
lua_cjson.c:json_cfg_decode_max_depth 24 0
lua_cjson.c:json_cfg_encode_invalid_numbers 13400 0 0
lua_cjson.c:json_cfg_encode_keep_buffer 45228460151896 17 0 0
lua_cjson.c:json_cfg_encode_max_depth 24 17
lua_cjson.c:json_cfg_encode_number_precision 24 0
lua_cjson.c:json_cfg_encode_sparse_array 24 0
lua_cjson.c:json_check_encode_depth 184213441125917841 229 212 212 212 0
lua_cjson.c:json_create_config 1245820146173649 5945 1521920 59450 1521920
lua_cjson.c:json_decode 15773706175594024154 117 0 0 0 115 115 115 0
lua_cjson.c:json_decode_ascend 0 28863
lua_cjson.c:json_decode_descend 10979976721 65900 65863 65863 65863
lua_cjson.c:json_destroy_config 2696280 5943 5943
lua_cjson.c:json_encode 4829776082277913917 143 0 0 0 0
lua_cjson.c:json_encode_exception 2729105 67 0
lua_cjson.c:json_enum_option 18414926667641235977 17 17 17 17 17 17 17 17 17 0
lua_cjson.c:json_fetch_config 174662744 294 0
lua_cjson.c:json_integer_option 187599927230452824 17 17 0 0 17 17
lua_cjson.c:json_is_invalid_number 4561054876851101516 2 1 0 0 0 0 0 0 0 0 0
lua_cjson.c:json_next_number_token 11262309464 95 1
lua_cjson.c:json_next_string_token 8839715860541394006 21 0 21 42 0 42 42 42 0
lua_cjson.c:json_next_token 2433519829920596571 95168 95336 95168 15 63 94931 21 94 115 114 71 0 0 0 21 0 21 1 2 1
lua_cjson.c:json_parse_array_context 16408562018990991378 65879 53 65957 28789 0
lua_cjson.c:json_parse_object_context 13803637648208326440 21 21 0 0 0 0 0
lua_cjson.c:json_process_value 11565294581570880049 66074 29020 21 94 21 21 65879 21 17
lua_cjson.c:json_protect_conversion 994700706692701825 0 0 0 0 0
lua_cjson.c:json_set_token_error 0 17
lua_cjson.c:json_throw_parse_error 175973585 17 17
lua_cjson.c:luaL_setfuncs 4832998481 5945 59450 59450
lua_cjson.c:lua_array_length 5182369490223711630 212 810 775 775 775 775 775 775 775 26 26 26 177 26 26
lua_cjson.c:lua_cjson_new 24 5945
lua_cjson.c:lua_cjson_safe_new 17496 0 0
lua_cjson.c:strbuf_append_char 0 1215
lua_cjson.c:strbuf_append_char_unsafe 0 105
lua_cjson.c:strbuf_append_mem 0 70
lua_cjson.c:strbuf_append_mem_unsafe 0 42
lua_cjson.c:strbuf_empty_length 24 1750
lua_cjson.c:strbuf_empty_ptr 24 360
lua_cjson.c:strbuf_ensure_empty_length 2737297 1750 0
lua_cjson.c:strbuf_ensure_null 0 21
lua_cjson.c:strbuf_extend_length 0 360
lua_cjson.c:strbuf_reset 0 164
lua_cjson.c:strbuf_string 2696280 80 80
lua_close 14353 5943 0
lua_concat 9664633604653286763 1322 642 99 29
lua_cpcall 24 0
lua_createtable 2745489 793355 9359
lua_dump 44976264787032 0 0 0 0
lua_enablereadonlytable 0 909979
lua_equal 909987604440 0 0 0 0 0 0
lua_error 24 790
lua_gc 3318065759938277269 12222 12222 0 0 5943 214 0 6065 16 68694 6065 0 0 0
lua_getallocf 2696280 903 903
lua_getfenv 2007029998772822 0 0 0 0 0 0
lua_getfield 0 89956
lua_gethook 24 0
lua_gethookcount 24 0
lua_gethookmask 24 0
lua_getinfo 9638811459274757146 1651 0 1651 0 0 0 0
lua_getlocal 2696280 0 0
lua_getmetatable 13188394598250344277 153590 153590 90353 0 63237 131241
lua_getstack 15854217244129691572 1651 3206 3206 3206 1096 1651 1651 1651 0
lua_gettable 0 872332
lua_gettop 24 884435
lua_getupvalue 2696280 0 0
lua_insert 18193 53965 54769
lua_iscfunction 99231 0 0 0
lua_isnumber 6354912 1448 72 14
lua_isreadonlytable 24 112970
lua_isstring 6354911 254071 1469 802
lua_isuserdata 6354911 0 0 0
lua_lessthan 222164952 286 0 286 286
lua_load 174662744 9793 0
lua_newstate 8951896900482559696 5945 0 53505 0
lua_newthread 175711320 8920 0
lua_newuserdata 175711320 5945 0
lua_next 172569688 1085358 995125
lua_objlen 3706967011322302086 7623 0 3208 0 4415 0 0 0
lua_pcall 13270046763783944139 309946 6677 2 236 2
lua_pushboolean 32 9931
lua_pushcclosure 11245523089 957178 17836 77369
lua_pushfstring 175711320 403 14
lua_pushinteger 0 9112
lua_pushlightuserdata 0 324596
lua_pushlstring 2745489 2333990 19758
lua_pushnil 0 409910
lua_pushnumber 0 441775
lua_pushstring 175973585 1802289 635
lua_pushthread 1567 0
lua_pushvalue 0 329368
lua_pushvfstring 175711320 453 89
lua_rawequal 406124511 0 0 0 0
lua_rawget 0 135040
lua_rawgeti 0 312495
lua_rawset 2895093811504273 214015 0 0 202125 0 214015 202125
lua_rawseti 2895093811504273 354480 0 596 346435 596 346908 346435
lua_remove 9937 160689 160689
lua_replace 11834341136551379692 3090 0 0 0 0 0 0 0 0 0 91 0 0 0 0 0
lua_resume 11543282959978607681 0 0 0 0 0 0 0
lua_setallocf 0 0
lua_setfenv 16804588943471672308 0 0 0 0 0 0 0 0 0 0
lua_setfield 0 1409015
lua_sethook 703829189720 607618 303853 303765 303765
lua_setlevel 0 0
lua_setlocal 2696280 0 0
lua_setmetatable 17535145784259228597 38650 0 38650 26760 0 26760 0 26760 0 5945 5945 0 5945 0 5945
lua_settable 0 871089
lua_settop 46061417469137 2794533 954 59
lua_setupvalue 185255492753888344 0 0 0 0 0 0 0
lua_status 24 0
lua_struct.c:b_pack 2107089300411939858 107 254 0 0 0 234 20 23 0 0 0 0 0 62 22 0 0 0 0 0 23 0 23 0 0 0 0 0 104
lua_struct.c:b_size 7769416738373957222 198 352 0 0 0 0 66
lua_struct.c:b_unpack 3722934428091479086 119 0 0 232 2 0 231 230 202 4 42 0 0 0 0 0 22 42 4 1 0 24 23 0 23 23 0 0 23 23 0 0 91
lua_struct.c:controloptions 10281688109485017905 261 0 0 39 108 66 66 0 66 66 48
lua_struct.c:correctbytes 721857131601 1 0 0
lua_struct.c:getinteger 15017773044711051338 110 38 57 295 84 22
lua_struct.c:getnum 11606152465913061198 349 46 0 0 303 303
lua_struct.c:gettoalign 8935294266916063868 838 308 531 530 326
lua_struct.c:optsize 17250399348665367691 838 0 65 90 0 22 0 44 22 2 44 5 47 172 64 0 261
lua_struct.c:putinteger 6254451338947687513 127 42 107 347 80
lua_toboolean 1677444573151 982 919 919 376
lua_tocfunction 406168479 0 0 0 0
lua_tointeger 2882885436651025 6950 3221 3729 3729
lua_tolstring 18193673659543457941 898359 938 17 17 21 640542
lua_tonumber 2882885436651025 331200 331200 58 0
lua_topointer 9891404757369346262 547279 0 0 0 0 0 547279 0
lua_tothread 6346399 0 0
lua_touserdata 490031120984 553551 0 6237 547314 0
lua_type 99167 4139817 698
lua_typename 99167 794 0
lua_xmove 46130503370449 0 0 0
lua_yield 175187032 0 0
luaopen_base 24 5945
luaopen_bit 13553850794344410556 5945 0 5945 0 0 0
luaopen_cjson 24 5945
luaopen_cjson_safe 24 0
luaopen_cmsgpack 24 5945
luaopen_cmsgpack_safe 1160280 0 0
luaopen_create 1160280 5945 23780
luaopen_debug 24 5945
luaopen_io 24 0
luaopen_math 24 5945
luaopen_os 24 5945
luaopen_package 1180760 0 0
luaopen_string 24 5945
luaopen_struct 24 5945
luaopen_table 24 5945
lundump.c:LoadBlock 2753681 0 0
lundump.c:LoadChar 24 0
lundump.c:LoadCode 861 0 0
lundump.c:LoadConstants 9244977172316617231 0 0 0 0 0 0 0 0 0 0 0 0 0
lundump.c:LoadDebug 2416253914248607150 0 0 0 0 0 0 0 0
lundump.c:LoadFunction 3188514765614712538 0 0 0 0 0
lundump.c:LoadHeader 2753681 0 0
lundump.c:LoadInt 174924888 0 0
lundump.c:LoadNumber 24 0
lundump.c:LoadString 720789124625 0 0
lundump.c:error 0 0
lvm.c:Arith 13404705859264806075 0 0 0 0 0 0 0 0 0 0 0 0 0 0
lvm.c:callTM 175449297 249685 0
lvm.c:callTMres 175449297 183 0
lvm.c:call_binTM 188950053703484504 0 0 0
lvm.c:call_orderTM 15180312346328886847 0 0 0 0 0 0
lvm.c:get_compTM 2040646521016263796 0 0 0 0 0 0 0 0 0
lvm.c:l_strcmp 16358316060540255948 286 286 275 11 11 0
lvm.c:lessequal 7371981942295741183 0 0 0 0 0 0
lvm.c:traceexec 17054936041120385114 0 0 0 0 0 0 0 0 0 0 0 0
lwCreateCanvas 24 0
lwDrawLine 16432250360879800088 0 0 0 0 0 0 0 0 0
lwDrawPixel 14878951175318378690 0 0 0 0 0 0 0 0
lwDrawSchotter 12720027125814451024 0 0 0 0 0 0 0 0
lwDrawSquare 4752426705 0 0 0
lwFreeCanvas 0 0
lwGetPixel 4228792706167885180 0 0 0 0 0 0 0 0
lwTranslatePixelsGroup 0 0
lzf_compress 16175899720821725397 64 0 64 64 5334 3625 550 550 550 553 550 561 553 5334 561 95 4 4 546 458 96 32 51 30 16 28 47 16 0 21 2 0 0 0 0 0 14566 14691 14566 338 30 15 53 10 25 0
lzf_decompress 9620212933046114969 2 59 6 0 0 6 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 1 0 0 3 2 0 53 0 0 0 53 50 3 11758 0 3 0 0 0 0 0 0 0 0
main 4929460654329210384 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
main 17218448003999880871 1 0 1 1 0 0 9189 3063 3063 3063 0 3063 3063 3063 3063 3063 3063
main.c:fail 0 0
main.c:load 2224142797879840390 3063 133265 133266 0 133266 133266 0
main.c:loop 9076983408133088368 3063 1249146 1249146 3154 564333
main.c:microseconds 24 3411604
main.c:run 7508592784677679203 1249146 0 1 0 623893 0
main.c:show 0 0
makeObjectShared 225028056 246 246
makePath 24 0
makeThreadKillable 0 1
manualFailoverCanStart 3518285247607110011 0 0 0 0 0
manualFailoverCheckTimeout 10603912037159746744 0 0 0 0 0 0
markClientAsPubSub 2729105 0 0
markNodeAsFailing 171570321 0 0 0 0
markNodeAsFailingIfNeeded 5448946966029317395 0 0 0 0 0 0 0
markRewrittenIncrAofAsHistory 13195048442467942835 0 0 0 0 0 0 0
maskModuleConfigFlags 2718563491139191440 0 0 0 0 0 0
maskModuleEnumConfigFlags 2696280 0 0
maskModuleNumericConfigFlags 706810029144 0 0 0
matchAclCategoryFlag 172590168 0 0
membersOfAllNeighbors 7504094816893117924 351 3138 735 1431 735 0 0 0 0 0 0 0 0 0 1000 1000 1000 1709 1000 0 0 3 27 3 402 27
membersOfGeoHashBox 24 1400
memmapchars 5483283777060137376 204 10915 21830 0
memoryCommand 9475700962737949552 109 14 14 14 61 61 61 14 14 14 14 1 1 3 57 0 0 0 0 0 0 0 0 0 0 34 34 34 34
memory_prefetch.c:addCommandToBatch 290370410385 0 0 0 0 0
memory_prefetch.c:getClientType 4392071785034184760 0 0 0 0 0 0 0 0
memory_prefetch.c:getNextPrefetchInfo 890624153093208 0 0 0
memory_prefetch.c:hashtablePrefetch 9286090580561 0 0 0 0 0 0
memory_prefetch.c:initBatchInfo 79702458108572753 0 0 0 0 0
memory_prefetch.c:initGetKeysResult 0 0
memory_prefetch.c:markKeyAsdone 0 0
memory_prefetch.c:moveToNextKey 0 0
memory_prefetch.c:prefetchCommands 13851583396816143047 0 0 0 0 0 0 0 0 0 0 0 0 0 0
memory_prefetch.c:prefetchEntry 2895231519896657 0 0 0
memory_prefetch.c:prefetchValue 2894617359754321 0 0 0 0 0
memory_prefetch.c:resetCommandsBatch 0 0
mempbrk 10347706342372366001 0 0 0 0
memrevifle 720789115025 70 0 210
memtest 2749585 0 0
memtest_addressing 11764048085278440465 0 0 0 0 0 0 0 0 0 0 0
memtest_alloc_and_test 2749585 0 0
memtest_compare 3801319772318703881 0 0 0 0 0 0 0 0
memtest_compare_times 79702654250980440 0 0 0 0
memtest_fill_random 363791503375470311 0 0 0 0 0 0 0 0
memtest_fill_value 3261898557777806684 0 0 0 0 0 0 0 0
memtest_preserving_test 11729593389981295387 0 0 0 0 0 0 0 0 0 0 0
memtest_progress_end 0 0
memtest_progress_start 18129 0 0
memtest_progress_step 18129 0 0
memtest_test 8930381024383408951 0 0 0 0 0 0 0 0 0 0
memtest_test_linux_anonymous_maps 13923886887199696200 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
memtoull 6520725830775995379 2 2 0 0 4 5 4 1 1 1 0 0 0 1 0 0 0 0 0 0 2 2 2 1 0 0
mgetCommand 1542943246224996910 5417 500851 393 7
migrateCloseSocket 174663185 0 0
migrateCloseTimedoutSockets 171973878865 11 0 0
migrateCommand 12999865988761763201 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
migrateGetKeys 7460118079757709332 0 0 0 0 0 0 0 0
migrateGetSocket 13373247386720491393 0 0 0 0
mixDigest 0 0
mixStringObjectDigest 0 0
module.c:attemptBlockedAuthReplyCallback 12332236525263599062 0 0 0 0 0
module.c:attemptNextAuthCb 12016234807623280104 0 0 0 0 0 0
module.c:authenticateClientWithUser 6242741393842088617 0 0 0 0 0 0 0 0 0 0
module.c:backupOriginalClientArgv 715415204945 0 0 0
module.c:bswap64 24 0
module.c:computeNextYieldTime 11045778961 317523 0
module.c:connAddr 10977117272 0 0 0 0
module.c:connAddrPeerName 24 0
module.c:connGetPeerCert 172590168 0 0
module.c:elapsedStart 0 0
module.c:elapsedUs 24 0
module.c:eventLoopCbReadable 0 0
module.c:eventLoopCbWritable 0 0
module.c:eventLoopFromAeMask 706810029144 0 0 0
module.c:eventLoopHandleOneShotEvents 172500049 0 0 0
module.c:eventLoopToAeMask 706810029144 0 0 0
module.c:flushValkeyModuleIOBuffer 187543167023260760 0 0 0
module.c:freeValkeyModuleAsyncRMCallPromise 2939158078531226 0 0 0
module.c:getClientType 4392071785034184760 0 0 0 0 0 0 0 0
module.c:initClientModuleData 2696721 0 0
module.c:initGetKeysResult 0 0
module.c:isPowerOfTwo 99226 0 0 0
module.c:moduleAssertUnsharedString 1650616763423427301 0 0 0 0 0 0
module.c:moduleCallCommandHelper 10873519167245513601 320372 320372 314427 0 320372 88 0 0 320372 314427 314427 314427 314427 314427 0 0 0 0 24 320372 23 320348 314380 40 40 40 0 40 24 314340 24 13398 314340 13398 0 300918 0 0 0 0 0 0 0 0 314340 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 314340 117 294 117 314340 294 300291 13932 300825 300291 314223 300825 0 0 0 0 300291 0 0 0 0 0 0 0 0 0 0 0 300291 0 0 0 0 0 0 0 0 0 0 0 0 314223 0 0 0 0 0 0 0 0 314223 314223 314223 314223 314223 12 314223 12 314223 314223 320168 314223 0 0 0 0 0 0 0 320372 204 314427 204 204 204 204 320372 314427
module.c:moduleCloseKey 5244295695186893240 0 0 0 0 0 0 0 0 0 0 0 0
module.c:moduleCmdArgAt 24 0
module.c:moduleCmdHistoryEntryAt 24 0
module.c:moduleCmdKeySpecAt 24 0
module.c:moduleConvertArgFlags 185286008276329560 0 0 0 0
module.c:moduleConvertArgType 5666804469647069480 0 0 0 0 0 0 0 0 0 0 0 0 0 0
module.c:moduleConvertKeySpecsFlags 58965778568280 0 0 0 0
module.c:moduleCopyCommandArgs 2033828159745930574 0 0 0 0 0 0 0 0 0 0 0
module.c:moduleFreeAuthenticatedClients 14576898345292313817 0 0 0 0 0 0
module.c:moduleFreeKeyIterator 12173830738250526964 0 0 0 0 0 0 0
module.c:moduleFreeListIterator 921714861201 0 0 0
module.c:moduleInitIOContext 0 0
module.c:moduleInitKey 42129 0 0
module.c:moduleInitKeyTypeSpecific 119628310 0 0 0 0
module.c:moduleInitPostOnLoadResolved 6967449893533592407 1 0 0 0 0 0 0 0 0 0 1 1 1 0 0 0 1 0 0 0 0 0 0 0 0 0 0 0
module.c:moduleLoadStaticSymbol 17912366326965206546 1 0 0 0 0 0 0 0 0 0 0 0
module.c:moduleParseReply 9304 5945 0
module.c:moduleReplyErrorFormatInternal 11262329944 641 0
module.c:moduleScanCallback 0 0
module.c:moduleScanKeyHashtableCallback 10706815771140626082 0 0 0 0 0
module.c:moduleUnloadInternal 16058128274166376894 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
module.c:moduleUnregisterClusterReceivers 8153548893384146475 0 0 0 0 0 0
module.c:moduleValidateCommandArgs 4012232285665926575 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
module.c:moduleValidateCommandInfo 8160020285965029250 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
module.c:propagateErrorString 42129 0 0
module.c:sdsType 24 314867
module.c:sdsavail 15480972859137949122 0 0 0 0 0 0 0
module.c:sdslen 15480972859137949122 314867 0 111 314581 175 0 0
module.c:zsetKeyReset 0 0
moduleAcquireGIL 0 3154
moduleAllDatatypesHandleErrors 45080967037129816 0 0 0 0 0
moduleAllModulesHandleReplAsyncLoad 704402862183512 0 0 0
moduleAllocTempClient 188105165772239960 334626 334624 170
moduleAllocateContext 24 3
moduleBlockClient 957940746238473260 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
moduleBlockedClientMayTimeout 46199222928288 0 0 0 0
moduleBlockedClientTimedOut 12060559666715952611 0 0 0 0 0 0 0
moduleCallClusterReceivers 148701283409 0 0 0
moduleCallCommandFilters 10565097867988117095 1895749 1895749 0 0 0 0 0 0 0
moduleCallCommandUnblockedHandler 15300533527282499064 0 0 0 0 0 0
moduleClientIsBlockedOnKeys 24 0
moduleCommand 379187405527592029 48 15 48 15 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 33 33 33
moduleConfigApplyConfig 10269164997277894318 0 0 0 0 0
moduleConfigValidityCheck 15937268723946217802 0 0 0 0 0 0 0 0
moduleCount 24 12722
moduleCreateArgvFromUserFormat 3766760845030948152 5945 17835 11890 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 5945 5945 0 0 0 0 0 0 5945 0 0
moduleCreateCommandProxy 12444881979767095096 0 0 0 0
moduleCreateContext 17931141276954169869 317523 14254 0 303270
moduleCreateEmptyKey 3077938932898734602 0 0 0 0 0 0 0 0 0 0
moduleDefragGlobals 11006294717521 0 0 0
moduleDefragValue 6080869603395965992 0 0 0 0 0
moduleDelKeyIfEmpty 4013751544874184249 0 0 0 0 0 0 0 0 0 0 0 0 0
moduleEnqueueLoadModule 3426001 0 0 0
moduleFireAuthenticationEvent 13 0 0
moduleFireCommandACLRejectedEvent 1464921112153096810 0 0 0 0 0 0 0 0 0 0 0 0
moduleFireCommandRejectedEvent 720789115725 2103 2103 0 0
moduleFireCommandResultEvent 11544661089482952228 1888593 8681 8681 1879912 0 0 0 0 0 0 0 0 0 0 0
moduleFireServerEvent 5791107355709866875 327019 327019 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
moduleFreeArgs 4750648401 0 0 0
moduleFreeCommand 6312919568813887573 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
moduleFreeContext 16960788036957652652 317523 303270 0 0 0 14254 0 303269
moduleFreeModuleStructure 0 0
moduleFromCommand 225028056 0 0
moduleGILAfterLock 3516063 0 0
moduleGILBeforeUnlock 3516063 0 0
moduleGetACLLogEntryReason 2754794541351584008 0 0 0 0 0 0 0 0
moduleGetClusterNodeInfoForClient 8893317150389147714 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
moduleGetCommandChannelsViaAPI 24 0
moduleGetCommandKeysViaAPI 24 0
moduleGetFreeEffort 189231666135897176 0 0 0
moduleGetHandleByName 24 16
moduleGetMemUsage 189231666135897176 0 0 0
moduleGetReplyClient 3011557434780092251 319184 0 0
moduleHandleBlockedClients 12907653304937935713 3154 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
moduleHoldsTimer 9516881613912 0 0 0
moduleInitModulesSystem 8114524560453540640 1 0 0 0 1
moduleInitModulesSystemLast 0 1
moduleInvokeFreePrivDataCallback 10977073105 0 0 0 0 0
moduleIsModuleCommand 18138513562642920910 6384 6384 0
moduleLateDefrag 2895094013854808 0 0 0
moduleListConfigMatch 1567 0
moduleListFree 0 0
moduleListIteratorSeek 3089019511212359268 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
moduleLoad 8966477595380558889 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
moduleLoadFromQueue 16917173429017523368 0 0 0 0 0 0 0 0 0 0 0
moduleLoadQueueEntryFree 45786905986769 0 0 0
moduleLoadQueueEntryToLoadmoduleOptionStr 1160280 0 0
moduleLoadStatic 11279107160 1 0
moduleLoadString 16085190428035349186 0 0 0 0 0 0
moduleLogRaw 17985765724279139154 220 220 0 0 0 220 0
moduleNameFromCommand 225028056 0 0
moduleNotifyKeyUnlink 4656190524197222741 314477 43 0 308242 0 0 0
moduleNotifyKeyspaceEvent 3280931452472604693 1346243 1346243 0 0 0 0 0 0 0 0
moduleNotifyKeyspaceSubscribersCnt 24 1351573
moduleNotifyUserChanged 703743993361 334636 334636 0 0
modulePipeReadable 10193 0 0
modulePopulateClientInfoStructure 12782951810465917877 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
modulePopulateReplicationInfoStructure 46199222956888 0 0 0
modulePostExecutionUnitOperations 185317267065087057 1565176 0 0 0
moduleRDBLoadError 11045770061 0 0 0 0
moduleRegisterApi 24 0
moduleRegisterCoreAPI 0 1
moduleReleaseGIL 0 3154
moduleReleaseTempClient 2952340406068369 334626 1 0 0 0 0
moduleRemoveCateogires 42129 0 0
moduleRemoveConfigs 145 0 0
moduleReplySetCollectionLength 782517488984016260 1597 0 0 0 0 1597 1553 21 23 0 0 1350
moduleReplyWithCollection 15322078886640001316 1597 0 1597 0 0 0 0 0 0 0 0 0 0 0 0 0
moduleScriptingEngineInitContext 2674464798186824497 317522 317522 303269 0 303269 303269
moduleTimerHandler 6603826921357005844 0 0 0 0 0 0 0 0 0
moduleTryAcquireGIL 24 0
moduleTryServeClientBlockedOnKey 2895582301332568 0 0 0
moduleTypeDupOrReply 9210929949911469768 0 0 0 0 0 0
moduleTypeEncodeId 8127099690954676768 0 0 0 0 0 0 0
moduleTypeLookupModuleByID 3977401448526989065 0 0 0 0 0 0 0 0 0 0 0 0 0
moduleTypeLookupModuleByName 24 0
moduleTypeLookupModuleByNameIgnoreCase 24 12
moduleTypeLookupModuleByNameInternal 7338332354705356209 12 12 0 0 0 0 0 0 0
moduleTypeModuleName 45039615575128 0 0 0 0
moduleTypeNameByID 18129 0 0
moduleUnblockClient 0 0
moduleUnblockClientByHandle 4143910067427923351 0 0 0 0
moduleUnload 11262329944 0 0
moduleUnloadAllModules 12023069963220948469 0 0 0 0 0
moduleUnregisterAuthCBs 2323457105 0 0 0
moduleUnregisterCleanup 0 0
moduleUnregisterCommands 9146171854068656361 0 0 0 0 0
moduleUnregisterFilters 2320045144 0 0 0
moduleUnregisterSharedAPI 11006378579032 0 0 0
moduleUnregisterUsedAPI 2320045144 0 0 0
moduleUnsubscribeAllServerEvents 3576484846870626844 0 0 0 0 0 0 0
moduleUnsubscribeNotifications 2323457105 0 0 0
moduleVerifyAllAllowAtomicSlotMigrationOrReply 704402862183512 0 0 0
moduleVerifyConfigFlags 14652757364785663218 0 0 0 0 0 0 0 0
moduleVerifyResourceName 1710968503489233478 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
moduleZsetAddFlagsFromCoreFlags 185286008276329560 0 0 0 0
moduleZsetAddFlagsToCoreFlags 5094887050905937368 0 0 0 0 0
modulesCollectInfo 2645628662638723873 0 0 0 0
modulesCron 2089174522844136501 106 0 106 0 106 106 0 0 0
monitorActiveDefrag 0 106
monitorCommand 45243473405457 0 0 0
monotonic.c:getMonotonicUs_posix 24 0
monotonic.c:monotonicInit_posix 3516063 0 0
monotonicGetType 11262329944 3777186 0
monotonicInfoString 24 0
monotonicInit 175973464 2 0
moveCommand 2054666880443152198 295 16 9 94 160 0 1
moveDbIdArgs 1976963283741607507 318 0 15 15 297 288
mp_buf_append 187823678065026129 2027 402 0 402 402
mp_buf_free 0 167
mp_buf_new 24 167
mp_cur_init 0 102
mp_decode_to_lua_array 16299741348227472065 53 0 53 85 1
mp_decode_to_lua_hash 17375735069579176688 2 0 2 5 1 1
mp_decode_to_lua_type 11714373130027649757 539 0 0 538 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 52 0 0 0 26 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 1 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 460 372 0 1 0 31 0 1 0 52 0 2 0
mp_encode_array 188387241155441745 567 567 0
mp_encode_bytes 4259944276327624474 166 126 4 36
mp_encode_double 12746517455043008191 70 0 0 0 70 0 0 35 35
mp_encode_int 4372256149577392530 888 680 420 52 52 52 52 52 26 26
mp_encode_lua_bool 13 70 35
mp_encode_lua_integer 0 888
mp_encode_lua_null 0 65
mp_encode_lua_number 702671561937 958 888 958 888
mp_encode_lua_string 0 166
mp_encode_lua_table 2696401 602 567
mp_encode_lua_table_as_array 18257 567 663
mp_encode_lua_table_as_map 594065 35 35 35
mp_encode_lua_type 8909706302618248910 1861 30 632 30 1861 166 70 958 602 65
mp_encode_map 188387241155441745 35 35 0
mp_pack 8616570070238207494 167 0 0 1128
mp_realloc 24 903
mp_safe 715420415505 0 0
mp_unpack 24 52
mp_unpack_full 15330073868689043477 102 52 52 0 102 102 0 52 445 470 445 1 2 50 0 25
mp_unpack_limit 24 25
mp_unpack_one 24 25
mpopGenericCommand 15756592927494343657 631 1061 811 15 0 43 125
mpscDequeueBatch 13334615284431553338 0 0 0 0 0 0 0
mpscEnqueue 14240070452048213021 0 0 0 0 0
mpscFree 42129 0 0
mpscInit 3775326123214545 0 0 0 0 0
msetCommand 0 1523
msetGenericCommand 14475462514759450526 1743 11 213 308 132 81 102806 0 156 81
msetexCommand 15495831258802390523 397 5 9 13 7 72 197 72 86 127 53 94 63 33 64 20 98 238 140 462 0 0 195 195 79 98 79 79
msetnxCommand 0 220
mstime 24 0
multi.c:getClientType 4392071785034184760 0 0 0 0 0 0 0 0
multi.c:watchedKeyGetClientNode 24 1475
multi.c:watchedKeyGetClients 24 1475
multi.c:watchedKeyGetKey 24 1514
multi.c:watchedKeyLinkToClients 0 1475
multiCommand 2729105 2366 1
multiStateMemOverhead 18319402355708930036 106 0 105 1680 413
murmur32 19465985098264 4459609 7158967 4459609 2052553 580188 846159
mustObeyClient 99295 2285980 2285980 2285980
mutexQueueAdd 8168593 0 0
mutexQueueAddMultiple 2952352222717073 0 0 0
mutexQueueCreate 24 0
mutexQueueLength 24 0
mutexQueuePop 1015395905843678979 0 0 0 0 0
mutexQueuePopAll 2015848772420856008 0 0 0 0
mutexQueuePushPriority 8168593 0 0
mutexQueueRelease 3516063 0 0
mutexqueue.c:mutexQueueLengthInternal 24 0
networking.c:_addBulkStrRefToBuffer 2930346972746840 0 0 0
networking.c:_addBulkStrRefToBufferOrList 45243473437841 0 0 0
networking.c:_addBulkStrRefToToList 0 0
networking.c:_addReplyLongLongWithPrefix 7004375214222806471 1397346 597482 590312 593716 537532 560062 537532 40310 40481 40310 0 0 0 0 0 0
networking.c:_addReplyPayloadToBuffer 13591431539903175202 38902 0 38641 261 0 0 13
networking.c:_addReplyPayloadToList 12127726993650896657 38902 38641 38902 38902 5068 0 0 0 41 38902 0 0 38902 0
networking.c:_addReplyToBuffer 187543167022212184 38902 0 38255
networking.c:_postWriteToClient 14628671764440086673 34589 0 0 662 0 0 0 0 0 662 0 0 0 0 0 45123 34589 0 0 0 0 45123 34589 0 0 34589 34589
networking.c:addBufferToReplyIOV 2895721999746193 45785 0 0
networking.c:addBulkStringToReplyIOV 626474842399825 0 0 0 0 0
networking.c:addEncodedBufferToReplyIOV 40089991917417553 0 0 0 0 0
networking.c:addKeysToIncrFindBatch 15759917772502628135 822353 809006 0 808911 876007 879498 876007
networking.c:addPlainBufferToReplyIOV 2885684393293511331 45785 0 0 0
networking.c:addReplyAskingAll 7349442598966994463 38902 0 0 0 0 0 38902 0 0 38902
networking.c:addShortBulk 13105001855699161438 10004461 60 32460 439 1914539
networking.c:backupAndUpdateClientArgv 1867473215268935459 127391 120553 12888 108044 6838 6459 530101 530101 530101 379 379 120932 379 1185 1185
networking.c:bswap64 24 1
networking.c:clientConnPostponeMaskFromIOState 2956742635889752 1250518 0 0
networking.c:clientEverAuthenticated 24 0
networking.c:clientGetReplyBytesPtr 1549 108722 0
networking.c:clientGetReplyList 1549 104730 0
networking.c:clientMatchesCapaFilter 17177168274550504948 0 0 0 0 0 0
networking.c:clientMatchesFilter 17044538875213838939 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
networking.c:clientMatchesFlagFilter 2770154772265852844 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
networking.c:clientMatchesIpFilter 3061447390325410827 0 0 0 0 0 0 0
networking.c:clientReplyAllocSize 24 45177
networking.c:clientSetDefaultAuth 922 334639 334639 334639
networking.c:connAccept 24 1
networking.c:connAddr 10977117272 3 3 3 3
networking.c:connAddrPeerName 24 0
networking.c:connClose 0 0
networking.c:connFormatAddr 11195221080 3 0
networking.c:connGetInfo 55256 0 0
networking.c:connGetLastError 24 0
networking.c:connGetPeerUser 10977117272 1 0 1 0
networking.c:connGetPrivateData 24 625260
networking.c:connGetState 24 2
networking.c:connHasReadHandler 1568 0
networking.c:connHasWriteHandler 1568 34912
networking.c:connIsLocal 10977117272 1 1 1 1
networking.c:connRead 24 625259
networking.c:connSetPostponeUpdateState 171500689 1250518 0 1250518 0 1250518 1250518
networking.c:connSetPrivateData 0 1
networking.c:connSetReadHandler 24 1
networking.c:connSetWriteHandler 24 0
networking.c:connSetWriteHandlerWithBarrier 24 0
networking.c:connShutdown 0 0
networking.c:connUpdateState 42129 0 0
networking.c:connUpdateStateMayInvokeHandlers 99214 0 0 0 0 0
networking.c:connWrite 24 0
networking.c:connWritev 24 34589
networking.c:consumeCommandQueue 188669066930365528 823259 625259 2000
networking.c:formatAddr 1549 3 0
networking.c:freeClientFilter 18048914556401834366 0 0 0 0 0 0 0 0 0 0 0 0 0
networking.c:getAllFilteredClientsInfoString 704402861921368 0 0 0
networking.c:getClientType 4392071785034184760 6888252 0 0 0 0 0 0 0
networking.c:initGetKeysResult 0 822353
networking.c:initReplyIOV 0 34589
networking.c:isCopyAvoidPreferred 8370954927916309291 931046 113 930933 930933 0 0 0 0 853858 853535 0 0 77398 0 77075 0 323 0 323 323 0 0 0
networking.c:isReplicaReadyForReplData 26008745946 0 0 0 0 0
networking.c:parseClientFiltersOrReply 17222538128248907616 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
networking.c:parseMultibulk 13017972804966929337 823259 823253 823253 0 0 0 0 823253 0 823253 823253 0 6433 0 0 0 823251 823259 3192334 3192333 3 0 2 0 0 0 3192328 3192328 3192328 3192328 0 0 0 0 0 3192328 0 0 0 0 1 2 0 2 0 0 3192328 3192328 0 0 0 1 0 3192328 1 823253
networking.c:pauseClientsByClient 706843583569 0 0 0
networking.c:plainReplyRoom 8788891224735288228 12430721 0 12430721 12430721 12430721 12430721 12430721 12430721 12430721 12430721 12430721 12430721 8351915 70852 8291184 8281063 8291184 8291184 510 4078806 4078296
networking.c:plainReplyWritten 2733201 12359359 221
networking.c:postWriteToReplica 14898071283115581556 0 0 0 0 0
networking.c:prefetchCommandQueueKeys 3421367579836948855 823259 186000 0 636353 637101 636353 0 0 0 0 0 0 0 0 198000 12000 0 186000 186000 0 0 0 0 0 0 0 0 609249 100290 1659587 281106 245942 1500 1500 1500
networking.c:proceedToUnwritten 10731433583697 0 0 0
networking.c:readToQueryBuf 16142131310878885080 625259 0 605859 0 1 0 6 1 6 6 0 0 0 0 19400 19400 0 19400 0 625259 625259 625259 0 19400 19400 0 509 625259 625198 0 625259 0 0
networking.c:releaseBufReferences 14932408796020622671 0 0 0 0 0 0 0 0 0 0
networking.c:resetDeferredReplyBuffer 0 3635061
networking.c:saveLastWrittenBuf 14934792385809751655 34589 34589 34589 0 0 0 0 0
networking.c:sdsType 24 18405626
networking.c:sdsalloc 15480972859137949122 625259 0 0 0 625259 0 0
networking.c:sdsavail 15480972859137949122 625259 0 0 0 625259 0 0
networking.c:sdslen 15480972859137949122 18405626 0 116818 1687902 16600906 0 0
networking.c:setProtocolError 10983326793582859350 0 0 0 0 0 0 0 0 0 0 0 0 0 0
networking.c:shouldDeferPushMessage 26008414170 13400556 0 0 0 0 0 0
networking.c:trackBufReferences 9844878667988549506 0 0 0 0 0 0 0
networking.c:tryAvoidBulkStrCopyToReply 10169277467243994587 853889 853889 0
networking.c:upsertPayloadHeader 10035783082060749397 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
networking.c:validateClientCapaFilter 1245137160471640 0 0 0 0 0
networking.c:validateClientFlagFilter 7273348627272443848 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
networking.c:writeToReplica 5598354112776274276 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
networking.c:writevToClient 45879715321866188 34589 0 34589 0 34589 34589 662 0 34589 45123 45123 45123 0 0 0 0 0 0 0 34589 0 34589 0 0 34589 0 0 0 0 34589 34589
newRdbStats 11178443864 0 0
nextCursor 24 65567
nodeIp2String 5186040781348151016 0 0 0 0 0 0
nodeUpdateAddressIfNeeded 16225500096092615564 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
nolocks_localtime 38967952950962065 2 114 2 20
notify.c:getClientType 4392071785034184760 0 0 0 0 0 0 0 0
notifyKeyspaceEvent 5018889280691487232 1346243 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 1346243 1346243 0 0 0
object.c:createEmbeddedStringObject 24 6059538
object.c:createEmbeddedStringObjectWithKeyAndExpire 6779923915142332073 6474184 414646 414646 414646 1218864 5803 414646 4804295 6468381 4804295 4810098 414646 6474184 6474184
object.c:createStringObjectWithKeyAndExpire 11045778961 414646 414646
object.c:createUnembeddedObjectWithKeyAndExpire 4155640306938222345 161539 161074 16787 3 17252 17252 17252 468 17252 58 16784 58 17252 16784 526 17252
object.c:getClientType 4392071785034184760 0 0 0 0 0 0 0 0
object.c:objectEmbeddedData 2696280 37941853 36333899
object.c:sdsReqSize 24 14211042
object.c:sdsType 24 4281019
object.c:sdsTypeMaxSize 630032886884397780 19840030 0 19840030 0 0
object.c:sdsavail 15480972859137949122 0 0 0 0 0 0 0
object.c:sdslen 15480972859137949122 4281019 0 2034489 2240299 6229 2 0
object.c:sharedInteger 175973464 423 15
object.c:shouldEmbedStringObject 12434857591060695590 6891662 1348 414646
objectCommand 6867194047169817355 1008 12 12 12 135 135 135 128 716 716 716 629 71 71 71 65 0 74 74 74 67 7
objectCommandLookup 24 996
objectCommandLookupOrReply 174662744 996 889
objectComputeSize 13818035108367326932 2 0 0 0 0 0 0 0 0 0 0 0 1 0 0 0 0 0 0 1 0 0 0 0 0 0 0 1 1 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
objectGetExpire 11045778961 2661794 2343829
objectGetIdleness 24 0
objectGetKey 45235841893464 4329982 3982575 4329982
objectGetLFUFrequency 24 0
objectGetLRUIdleSecs 24 0
objectGetVal 7011236145732408571 28832714 24778279 18467329 2032507
objectSetExpire 6289610355767235311 16387 15579 0
objectSetKeyAndExpire 2657338737719608668 431898 414646 421679 414646 17250 0 2 0 2 2 2 0
objectSetLRUOrLFU 11337191426193428174 62 0 0 0 0
objectSetVal 3516058 465895 465895
objectTypeCompare 7257033801829636503 339 339 274 0
objectUnembedVal 10537437089778755476 0 0 0 0
onMaxBatchSizeChange 702701732952 0 0 0 0
openChildInfoPipe 175973585 0 0
openDirectLogFiledes 127832 0 0
openNewIncrAofForAppend 5384689239758149361 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
overMaxmemoryAfterAlloc 9725807683294138908 837 837 0 0
parseCheckRdbOptions 16075778939754511414 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
parseExtendedCommandArgumentsOrReply 16548327398507059641 310668 370 12890 829 5295 5295 5295 5295 5295 5296 12805 7594 5212 1 5295 5295 54 0 126 54 200 200 200 201 200 202 7593 7393 201 1 200 200 55 0 125 55 66 66 66 66 66 66 66 139 7395 7256 139 73 66 0 66 66 73 73 73 73 73 73 73 73 7329 7256 73 0 73 0 73 73 86 86 86 86 86 86 86 86 86 86 86 7256 7170 86 0 86 0 86 0 86 86 86 86 323 323 323 323 323 323 323 7170 6847 323 0 323 0 192 192 192 192 192 192 192 192 192 192 192 192 0 0 112 0 149 149 149 149 149 149 149 149 149 149 149 149 76 0 618 618 618 618 618 618 618 618 618 618 618 618 618 851 618 851 6256 5655 601 0 117 5250 5250 5250 5250 5250 5250 5250 5250 5250 5250 5250 5250 5250 5569 5250 5572 5885 316 5572 3 0 233 233 233 233 233 233 233 233 233 233 233 233 233 233 233 233 233 233 638 405 233 0 233 0 233 0 0 319 319 319 319 319 319 319 319 319 319 319 319 319 319 319 319 319 322 402 83 322 3 319 0 319 0 81
parseExtendedExpireArgumentsOrReply 1991326134707911619 8680 1119 343 234 290 201 0 8629 8629 342 0 342 0 342 0 0 287 0
parseInlineBuffer 11388175498339714039 0 0 0 0 0 0 0 0 0 0 0 0 0 0
parseInputBuffer 17344732202839221413 625259 625259 625259 625253 625253 0 625259 625259
parseLoadexArguments 17023096732749532766 0 0 0 0 0 0 0 0 0 0 0 0
parseMultibulkBuffer 4057499680029369227 625259 0 0 625259 198000 198000 198000 823253 198000 8000 2000 6000
parseReply 3851970525180879691 333232 0 13367 161 263 313120 6240 27 32 0 0 22 0 0 0 0 0
parseScanCursorOrReply 11178443864 6306 122
parseScanOptionsOrReply 3526237537849023871 5586 5964 5586 5586 5586 0 0 230 230 230 35 8 0 222 0 95 95 95 95 95 12 44 0 44 44 9 0 9 9 0 0 0 0 0 0 0
parseSlotRangesOrReply 7396069345346200127 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
pathIsBaseName 6350815 0 0 0
patternHashSlot 16088287234627135445 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
pauseActions 716492285073 0 0 0
performEvictions 12113940676848267186 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
performModuleConfigSetDefaultFromName 6831676463771530853 0 0 0 0 0 0 0 0 0
performModuleConfigSetFromName 45039615575128 0 0 0 0
performSlotImportJobFailover 241622012216333393 0 0 0 0
persistAofManifest 188950541907076184 0 0 0
persistCommand 45228460152017 273 18 0
persistence.c:getClientType 4392071785034184760 0 0 0 0 0 0 0 0
persistence.c:isDumpAlone 6817949440386714 0 0 0 0 0 0 0 0 0
persistence.c:isNamed 5804551932184849206 0 0 0 0 0 0 0 0 0 0 0
persistence.c:loadGivenDump 11183265448689465671 0 0 0 0
persistenceEnd 45786906067807 0 0 0
persistenceLeave 174663185 0 0
persistenceLoad 7979238899067538242 0 0 0 0 0 0 0
persistenceStart 15124131983982220157 1 0 0 0
pexpireCommand 0 278
pexpireatCommand 0 436
pexpiretimeCommand 0 103
pfaddCommand 94705989762614569 8984 1110 194 31659 31657 31278 2 8631 8631
pfcountCommand 6688427781020889201 769 511 1181 616 72 31 124 18 5 6
pfdebugCommand 15234963609756009432 192 0 0 0 0 0 0 0 0 0 82 16 0 0 0 0 0 0 20 0 0 1412 204 513 25 0 19 0 19 1 18 0
pfmergeCommand 17104925045321498368 816 1902 993 114 16 50 387 0 8 0 8 10551296 10540121 11175 0 11175
pfselftestCommand 5575382540768029397 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
pingCommand 15492310667041002206 165 0 0 0 0 0 87
plain.c:beginUnit 703812675601 69769 688 69082 69081
plain.c:carryOut 562851034156153523 69769 0 34000 34000 11124 58645 58645 0 0 0 0 69769 437 0 69769 69769 69769 69769 0 0
plain.c:getClientType 4392071785034184760 0 0 0 0 0 0 0 0
plain.c:isLogged 26012612508 209307 209307 209307 209307
plain.c:keepStatistics 45027669877905 69769 0 69769 69769 69769 69769 69769
plain.c:memoryLeft 6354589 69769 0 0
plain.c:ordinary 5759529108706685182 2432328 69769 69769 69769 69769 69769 69769 101123 69769 43477 0 69769 0
plain.c:ordinaryClient 6817949435930266 2432328 101123 101123 101123 101123 101123 101123 102622 101123 102929 102622
plain.c:ordinaryCommand 1664538486426 101123 69769 69769 70882 69769 84363 70882
plain.c:ordinaryServer 106530463131290 69769 69769 69769 69769 69769 69769 69769
plain.c:plainClient 106530463131290 2432328 102929 102929 102929 102929 102929 102929
plain.c:propagate 3348002312572411462 69769 22192 26 26 0 0 22161 22199 22161
plain.c:takesLong 12907922594149178485 69769 32979 34000 34000 34000 34000 34000 34000
plainCommand 11178443864 2432328 2362559
poolAllocRelease 10257 317523 0
popGenericCommand 13732081186740535325 50726 11 280 25 255 517 50178 50173 16 64 16 50109 50109 17 26 26 26
popcountAVX2 44266506998101080 16 1 18 227
popcountScalar 625693490947160 205 319 352 319 0 683
populateArgsStructure 7697919854340108446 0 0 0 0
populateCommandLegacyRangeSpec 12442709047984487049 399 0 191 167 183 167 185 183 0 67 29 57 38 0 38 15 0 0 15 33 0 18 23 23 5
populateCommandStructure 15015502927989819864 400 0 348 0 1 1 1 798 16 142 0
populateCommandTable 15898193764506024348 1 259 1 1 257 257 257
postExecutionUnitOperations 2696721 2191863 626687
postWriteToClient 17524105331372753072 34589 34589 0 0 0 0 34589 34589 34589 0 0
postponeClientRead 11045770783 625259 0
pqsort 0 4
pqsort.c:_pqsort 9860663208736239726 4 4 0 4 4 0 4 11 17 21 17 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
pqsort.c:med3 8516812456419280535 0 0 0 0 0 0
pqsort.c:swapfunc 6810969898667785090 17 17 68 0
prefetchCommandsBatchInit 2895582301333009 0 0 0
prefixmatchlen 1202320241326914307 0 0 0 0 0 0 0
prepareClientForFutureWrites 11262329944 16123 16123
prepareClientToWrite 4543538976950183154 5896501 333439 5580897 5563062 0 0 0 0 5563062 5563062 0 0 0 0 405 0 5563062 1259731 5563062
prepareCommand 0 644770
prepareCommandQueue 18129 625259 198000
prepareForShutdown 11653720721586201465 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
prepareReplicasToWrite 2397431175734757714 0 0 0 0
preventCommandAOF 0 0
preventCommandPropagation 0 304783
preventCommandReplication 0 0
primaryTryPartialResynchronization 1138995226518105779 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
printAofStyle 1000915717444636638 0 0 0 0 0
printBits 303943439441 0 0 0 0
printCrashReport 0 0
proceedWithSlotExportJobConnecting 806167354854053428 0 0 0 0 0 0 0 0
process.c:connListen 24 0
process.c:getClientType 4392071785034184760 0 0 0 0 0 0 0 0
process.c:listenAt 716492342107 0 0 0
processAnnotations 17585459658359040085 0 0 0 0 0 0 0 0 0 0 0 0
processClientIOReadsDone 11386809138208388994 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
processClientIOWriteDone 5573649643340210544 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
processClientsCommandsBatch 6580727718260772709 0 0 0 0 0 0 0 0 0
processClientsWaitingReplicas 16532246615544411347 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
processCommand 1727704967029875448 1575377 1575377 1575377 1575377 0 1575377 0 0 0 1575377 316 0 316 316 316 0 0 0 0 316 1466 1466 0 0 0 0 0 0 0 0 0 1573578 2288 2288 2288 321 10786 321 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 956191 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 1573274 1573274 0 0 1573274 0 0 8099 8099 8099 8099 8099 8351 8099 10465 8351 0 0 0
processCommandAndResetClient 5419981440474053410 1610435 1610435 1610435 0 0
processEventsWhileBlocked 2279888529739900028 0 0 0 0
processIOThreadsResponses 13782121572363708877 6308 6308 0 0 0 0 0 0 0 0 0 0 0
processInputBuffer 5689874406208950360 625259 823259 823253 625253 1429113 625259 0 0 0 625259 0 6 0 6 0 19399 0
processLeave 0 0
processModuleLoadingProgressEvent 46061549327185 0 0 0 0
processPendingCommandAndInputBuffer 15939073943891615839 0 0 0 0 0 0 0 0 0
processRESP 16968716740938803972 0 0 0 0 0 0 0 0 0
processRead 922519938136 0 0 0
processStart 0 0
processUnblockedClients 12679544149106119069 0 0 0 0 0 0 0
propagateDeletion 13 0 0
propagateFieldsDeletion 5378779341343843385 0 0 0 0
propagateSyncSlotsFinish 4017909157070026516 0 0 0 0 0 0
protectClient 42129 0 0
psetexCommand 2729105 250 250
psubscribeCommand 2878128859137745 0 0 0 0 0
pttlCommand 0 117
publishCommand 45243473437841 112 0 112
pubsub.c:addReplyPubsubText 2729105 0 0
pubsub.c:getClientType 4392071785034184760 0 0 0 0 0 0 0 0
pubsub.c:pubsubMessageText 55256 0 0
pubsub.c:sdsType 24 0
pubsub.c:sdslen 15480972859137949122 0 0 0 0 0 0 0
pubsubCommand 7915836407889097313 218 8 117 8 48 48 26 0 22 45 45 45 41 0 38 38 38 37 37 16 0 21 42 42 42 50 0 0
pubsubMemOverhead 11178443864 106 106
pubsubPublishMessage 1549 189 77
pubsubPublishMessageAndPropagateToCluster 2696280 189 0
pubsubPublishMessageInternal 2823137967196354145 189 0 0 0 0 189 0 0 0 0 0 0 0 0 0 0 0 77 112 0 0 0
pubsubShardUnsubscribeAllChannelsInSlot 312082079038888320 0 0 0 0 0 0
pubsubSubscribeChannel 4200979752795835287 0 0 0 0 0 0 0 0
pubsubSubscribePattern 14371891191516485517 0 0 0 0 0
pubsubTotalSubscriptions 24 0
pubsubUnsubscribeAllChannels 24 0
pubsubUnsubscribeAllChannelsInternal 2417923651542781024 0 0 0 0 0 0
pubsubUnsubscribeAllPatterns 4768985652516286233 0 0 0 0 0 0 0
pubsubUnsubscribeChannel 13870679644917715270 0 0 0 0 0 0 0 0 0
pubsubUnsubscribePattern 13359336896983371993 0 0 0 0 0 0 0
pubsubUnsubscribeShardAllChannels 24 0
punsubscribeCommand 14271588758541444211 0 0 0 0
pushGenericCommand 4371879875636892777 54406 43 1654 264 68046 50830
putClientInPendingWriteQueue 12620479723119067598 1259731 1249156 1249156 1249156 1249156 0 0 0 0 0
pvFind 17872280364385105609 44 0 44 44 86 44
pvFree 42129 165 165
pvGet 14401726168 25 25 25 25
pvInsertAt 3775341926360152 440 440 96
pvNew 24 165
pvPop 58989700785240 0 0 0
pvPush 24 330
pvRemove 184209028216853592 18 18 18 18 18
pvRemoveAt 2129567110589128414 18 18 18 18 18 0 12
pvSet 3516059 2 2
pvSort 175449617 0 0
pvSplit 1019056913669604877 0 0 0 0 0
pvSwap 3775325883975387 0 0 0 0 0 0 0 0
qsort 2749585 18140 0
qsort.c:mergeSort 10332248869157834196 22284 20212 2592 2949 2592 1949 2072 877 520
qsortCompareSetsByCardinality 2609230523375766500 240 73 53
qsortCompareSetsByRevCardinality 15247468677340176341 33 12 16 9 7
queueClientForReprocessing 2729105 0 0
queueMultiCommand 15987406123051636654 8099 1950 7913 6149 0 1665 1310 1310 16 79 16 16 16 16
queueSentinelConfig 0 0
quicklist.c:__quicklistCompress 15711385633747013698 232 1 231 231 231 231 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
quicklist.c:__quicklistCompressNode 5666952490995003131 0 0 0 0 0 0 0 0 0
quicklist.c:__quicklistCreateNode 11262309464 21 21
quicklist.c:__quicklistDecompressNode 11262329944 0 0
quicklist.c:__quicklistDelNode 3742736986686902036 4 0 0 2 1 2 3
quicklist.c:__quicklistInsertNode 16003066846366017487 117 111 55 0 111 4 0 6 58 59 0 0 0 0 0 0 0 0 0 0 0 0
quicklist.c:__quicklistInsertPlainNode 0 21
quicklist.c:_quicklistInsert 7176561475574544459 2 0 0 1 0 2 2 2 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 1 1 1 0 0 1 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 1 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 1 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 1 1 0 0 0 0 0 0 0 0 0 1 0 0 1 0 1 0 0
quicklist.c:_quicklistInsertNodeAfter 0 89
quicklist.c:_quicklistInsertNodeBefore 0 6
quicklist.c:_quicklistListpackMerge 9090041327364680254 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
quicklist.c:_quicklistMergeNodes 14258275601430931952 1 0 0 1 0 0 0 0 0
quicklist.c:_quicklistNodeAllowInsert 11096740594632997058 53061 44 20 52997 52997 16
quicklist.c:_quicklistNodeAllowMerge 15902612108608693893 4 3 3 1 0 1 1 1
quicklist.c:_quicklistSaver 172590168 0 0
quicklist.c:_quicklistSplitNode 13541107865008101618 1 0 1 1 1 1 0 0
quicklist.c:isLargeElement 3161216239513413808 106082 0 0
quicklist.c:quicklistCreateNode 24 117
quicklist.c:quicklistDelIndex 13728498203178849739 50017 1 0 0 0
quicklist.c:quicklistNodeNegFillLimit 3775339779662936 163686 163686 0
quicklist.c:quicklistRotatePlain 0 0
quicklistAppendListpack 0 16
quicklistAppendPlainNode 0 0
quicklistBookmarkCreate 188669066926982232 0 0 0
quicklistBookmarkDelete 11178443864 0 0
quicklistBookmarkFind 11178443864 0 0
quicklistBookmarksClear 145 1300 0
quicklistCompare 15498356081969148787 416 6 0 0
quicklistCount 24 101080
quicklistCreate 24 1300
quicklistDelEntry 17025906712922364972 5 0 0 0
quicklistDelRange 13910069453809335595 6 1 0 4 0 0 1 0 0 7 3 6 3 0 3 0 1 0 3 4 4 0 0 4 0 0 0 0 4 0 0 0 0 0 0
quicklistDup 4343135353329714820 0 0 0 0
quicklistGetIterator 188950191142409304 34 25 9
quicklistGetIteratorAtIdx 419898059610013581 908 4 904 874 0 30 37 34 3 0 0 30
quicklistGetIteratorEntryAtIdx 2930361985509016 3 0 3
quicklistGetLzf 24 0
quicklistInsertAfter 0 2
quicklistInsertBefore 0 0
quicklistNew 24 1300
quicklistNext 16340838413997999363 1450 0 874 10 54 0 0 54 0 9 9 407 96 536 9 0 0 0 0 0 0 28 2
quicklistNodeExceedsLimit 5382026310021988630 57581 57581 0 0
quicklistNodeLimit 719712548049 57604 0 0
quicklistPop 10349572557680295650 0 0 0 0 0
quicklistPopCustom 831142311692531474 50012 50005 0 50012 0 50012 50005 50005 50005 7 7 7 50012 1 1 0 50010 50010 0 1 1
quicklistPush 6686092659265904784 53066 53026 53026 53026 53026 52034 1032
quicklistPushHead 12494760979106038072 52034 0 52028 0 0
quicklistPushTail 12494760979106038072 1046 21 952 0 0
quicklistRelease 145 1300 113
quicklistReleaseIterator 5222724097172674440 908 874 19 0 0 0 0 0 0
quicklistReplaceAtIndex 45795397154321 3 3
quicklistReplaceEntry 617739655192121562 3 3 3 3 3 3 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
quicklistRepr 15960559935794989523 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
quicklistRotate 116963429062217795 0 0 0 0 0 0 0 0 0
quicklistSetCompressDepth 2939152596018257 1300 0 0
quicklistSetDirection 0 0
quicklistSetFill 2939152596018257 1300 0 0
quicklistSetOptions 0 1300
quicklistSetPackedThreshold 11211998296 0 0
quitCommand 0 0
rand.c:next 7456540 97
randomkeyCommand 175973905 25 8
rax.c:raxLowWalk 15764429189515797870 38941 88957 96079 88957 15503 103708 103708 103708 1872 1872 185039 72279 1175 4806 13631 38941 5829 8983 38941 8983
rax.c:raxStackFree 2753681 111289 0
rax.c:raxStackInit 0 111289
rax.c:raxStackPeek 11262329944 0 0
rax.c:raxStackPop 11262329944 7903 10
rax.c:raxStackPush 3963143777114812192 497285 0 0 0 0
raxAddChild 3350401476896312203 1808 1808 0 26 26 0 26 26 0 0 6626 125 26 26 26 50
raxAllocSize 24 0
raxCompare 15786963792481045298 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
raxCompressNode 18432659900696350057 2471 2471 2471 2471 0 60 60 0 60 2471 60 60 60 60 60
raxDebugShowNode 3624895784836978335 0 0 0 0 0 0 0 0 0 0
raxEOF 24 103092
raxFind 322023555640976499 24128 1508 22639 22620 22639 5 0 22579
raxFindParentLink 9516881613912 218 218 218
raxFree 0 89
raxFreeWithCallback 3516063 3062 3062
raxGenericInsert 17399177828546314911 5829 2431 2431 4 0 16 2415 0 0 16 0 2415 0 2408 523 523 523 523 36 36 36 36 36 36 15 15 117 15 406 21 21 21 195 0 523 523 406 0 195 0 117 15 345 21 21 21 345 21 21 21 21 21 195 150 0 0 0 0 0 0 15 15 15 15 15 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 4279 2471 2817 2471 0 0 2471 60 60 60 60 60 0 0 3398 0 0 0
raxGetData 45243474175640 133194 0 40 133194 133194
raxInsert 24 5673
raxIteratorAddChars 17504635752309482305 500977 7886 0 0 0 0 0
raxIteratorDelChars 0 6220
raxIteratorNextStep 13701761983927249231 20241 360 7241 16362 8105 10835 16362 10835 0 0 8105 0 0 0 7122 11061 5517 11061 5517 5544 5518 20 26 20 0 40 10 10 0 0 0 0 1
raxIteratorPrevStep 2907326987306722482 1193 17 500 1352 676 776 676 100 676 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
raxNew 1559842469751225765 3069 0 0
raxNewNode 2895094097740888 7871 15 0
raxNext 187543167020139608 13128 0 5877
raxPrev 187543167020139608 617 0 117
raxRandomWalk 13069063587737052398 0 0 0 0 0 0 0 0 0 0 0 0 0 0
raxReallocForData 2952352218015384 3414 1 4 0 0
raxRecursiveFree 14442247517325044075 5163 1862 1862 1938 1938 1938 1938 1938 2101 1922 1922 1922 5044 1922
raxRecursiveShow 11591427014328365069 0 0 0 0 0 0 0 0 0 0 0
raxRemove 9509194705775793126 1062 0 1062 1062 1062 0 0 0 1062 1512 1002 1512 1298 1002 1062 0 0 522 522 522 0 0 522 0 522 747 522 737 737 737 512 512 837 232 0 0 0 0 0 522 386 379 71 0 228 0 543 232 0 0 0 0 0 228 386 379 71 0 228 0 0 0 0 0 218
raxRemoveChild 6369504805168416075 1062 60 0 0 1003 1002 19 19 0 0 0 0 0 0 1002 1002
raxSeek 12617861315311284457 118045 7231 7231 887 887 0 7333 102594 1768 7114 101241 0 101241 0 37 7150 37 7150 7922 7150 7102 0 0 7885 7113 0 0 772 0 0 0 0 0 0 0 0 772 772 772 0 0 0 0 0 772 196 0 0 0 0 0 0 0 0 7102 0 0 7113 0 0 0 0
raxSeekGreatest 10837409555850155448 101437 481634 200438 0 0 200438 0 0 0 0 0 0
raxSetData 46199037600977 5918 5917 69 5917 5917
raxSetDebugMsg 0 0
raxShow 0 0
raxSize 24 8320
raxStart 0 110227
raxStop 2753681 110227 0
raxTouch 4102333851173866357 0 0 0 0 0 0 0
raxTryInsert 24 156
rdb.c:_listZiplistEntryConvertAndValidate 187543167022212184 12 0 0
rdb.c:_lpEntryValidation 8163339998200731943 2 1 1 1 2 1 0
rdb.c:_ziplistEntryConvertAndValidate 187543167020119128 6 0 6
rdb.c:_ziplistPairsEntryConvertAndValidate 6781469115570742219 42 15 0 24 24 3 39
rdb.c:backgroundSaveDoneHandlerDisk 7838800270932078645 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
rdb.c:backgroundSaveDoneHandlerSocket 1679843397211731499 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
rdb.c:bswap64 24 1
rdb.c:connIsIntegrityChecked 1550 0 0 0
rdb.c:getClientType 4392071785034184760 0 0 0 0 0 0 0 0
rdb.c:moduleInitIOContext 0 0
rdb.c:rdbIsForeignVersion 6350749 108 21 7
rdb.c:rdbSaveInternal 74830861789510231 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
rdb.c:rdbUseValkeyMagic 1564 0
rdb.c:rioFlush 24 0
rdb.c:rioGetReadError 1568 5
rdb.c:rioRead 277046001474158249 349 0 349 349 349 0 0 0 0 0
rdb.c:rioWrite 1396478662998249831 501 0 501 501 501 0 0 0 0 0
rdb.c:sdsType 24 138
rdb.c:sdslen 15480972859137949122 138 0 77 46 15 0 0
rdbCheckError 237082274737739473 0 0 0 0 0
rdbCheckHandleCrash 0 0
rdbCheckInfo 2939150494467217 0 0 0 0
rdbCheckSetError 0 0
rdbCheckSetupSignals 0 0
rdbEncodeInteger 4278330458838571426 7 5 7 5 1 2 1 1 1 1
rdbFunctionLoad 5494616264296809888 0 0 0 0 0 0 0 0 0 0 0
rdbGenericLoadStringObject 17493675713485769141 97 0 12 0 3 4 3 2 0 72 54 13 31 0 0 0 0 0 0 0 0 0 0 0 31 0 72 0 0 0 0 0 0 0 0 0 0 0 0 0 0 13 0
rdbGetObjectType 10051013612443019922 71 0 32 6 6 6 0 6 5 0 1 5 5 0 15 12 3 2 2 7 0 0
rdbIsVersionAccepted 18313930348217713301 148 0 0 0 0 0 0 0 148 40 7
rdbLoad 10540624592670300615 0 0 0 0 0 0 0 0 0 0
rdbLoadBinaryDoubleValue 11262329944 5 0
rdbLoadBinaryFloatValue 11262329944 0 0
rdbLoadCheckModuleValue 1756396630342787624 0 0 0 0 0 0 0 0 0 0 0 0
rdbLoadDoubleValue 11653560687599586763 8 0 0 0 3 2 3 0 0
rdbLoadEncodedStringObject 24 25
rdbLoadIntegerObject 8557545504614393908 10 3 0 4 0 3 0 0 10 10 0 0 10
rdbLoadLen 11262329944 131 0
rdbLoadLenByRef 18005963186106908756 131 97 0 12 12 117 2 0 0 0 0 0
rdbLoadLzfStringObject 10612837390116796218 2 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 2 2 0 0
rdbLoadMillisecondTime 188950541906814040 5 0 5
rdbLoadObject 15630818784283293229 86 0 23 0 3 0 2 2 0 5 0 0 0 0 0 8 0 5 5 0 0 5 5 5 5 5 0 8 8 8 8 8 8 3 3 3 0 0 0 10 50 45 0 0 0 13 0 5 0 0 2 8 0 8 8 8 8 8 10 40 35 0 0 5 10 5 5 10 5 0 0 0 0 5 0 0 5 5 5 5 5 0 0 5 5 0 5 10 5 0 0 5 0 5 5 0 0 0 0 0 5 0 5 5 0 0 0 0 0 0 5 5 5 10 0 0 2 33 33 0 0 4 0 0 0 0 0 0 4 4 0 0 0 0 0 0 27 6 6 13 6 14 13 22 14 22 22 26 22 31 26 0 17 2 2 0 0 0 0 0 0 0 0 0 0 0 5 0 2 4 0 0 0 0 0 0 8 0 0 0 0 1 0 0 0 0 7 6 0 0 0 0 0 0 0 0 6 6 6 6 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 6 0 0 0 0 0 0 0 0 0 0 0 0 0 0 4 0
rdbLoadObjectType 5404133084579755839 98 0 12 46 98 52 42 34
rdbLoadProgressCallback 5665798601702742764 0 0 0 0 0 0 0 0 0 0 0
rdbLoadRio 24 0
rdbLoadRioWithLoadingCtx 6030307625856967938 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
rdbLoadRioWithLoadingCtxScopedRdb 24 0
rdbLoadStringObject 24 0
rdbLoadTime 11262329944 0 0
rdbLoadType 11262329944 98 0
rdbPipeReadHandler 16287677145219245223 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
rdbPipeWriteHandler 8274652006116085188 0 0 0 0 0 0 0
rdbPipeWriteHandlerConnRemoved 9246131691481903185 0 0 0 0
rdbPopulateSaveInfo 8079345578819918554 0 0 0 0 0 0 0
rdbRegisterAuxField 720787309407 0 0 0
rdbRemoveTempFile 2696401 0 0
rdbReportError 2855465444524349672 19 19 0 19 19 0 19 0 0 0 0 0 0 0 0 0 0 0 0
rdbSave 389972599144463996 0 0 0 0 0 0 0 0 0 0 0
rdbSaveAuxField 1333459863289992161 0 0 0 0
rdbSaveAuxFieldStrInt 24 0
rdbSaveAuxFieldStrStr 24 0
rdbSaveBackground 17238275897169425098 0 0 0 0 0 0 0 0 0 0 0
rdbSaveBinaryDoubleValue 24 0
rdbSaveBinaryFloatValue 24 0
rdbSaveDb 11495215540769733432 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
rdbSaveDoubleValue 7895589870276449282 0 0 0 0 0
rdbSaveFunctions 7421760488165772624 95 28 0 0 0
rdbSaveInfoAuxFields 7662446426192431321 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
rdbSaveKeyValuePair 6019250677377726367 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
rdbSaveLen 5256750055725966789 238 169 0 68 0 0 0 0 0 0
rdbSaveLongLongAsStringObject 12459571495244883009 1 1 0 0 0
rdbSaveLzfBlob 4169603817092686312 35 0 0 0 0 0
rdbSaveLzfStringObject 15423005758902539695 64 0 63 1 0 35 1
rdbSaveMillisecondTime 24 8
rdbSaveModulesAux 11176925179036343272 0 0 0 0 0 0 0 0 0
rdbSaveObject 4113961935234885166 71 32 0 6 0 0 0 0 0 0 0 6 0 0 0 6 0 0 0 0 5 0 1 0 5 5 0 0 0 0 0 0 15 12 0 3 3 2 0 0 9 0 0 8 0 7 0 6 0 0 0 0 0 0 0 0 0 0 1 0 1 1 0 0 0 0 0 0 0 0 0 0 0
rdbSaveRawString 8615070374067862978 119 33 6 0 64 113 64 0 35 0 78 0
rdbSaveRio 5905901188942037397 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
rdbSaveRioWithEOFMark 837320513694930828 0 0 0 0 0 0 0 0 0 0 0
rdbSaveSingleModuleAux 8327888766185136998 0 0 0 0 0 0 0 0 0 0 0 0 0 0
rdbSaveStreamConsumers 17306317112804128914 1 0 0 0 0 0 0
rdbSaveStreamPEL 14070254863264879287 1 0 0 0 0 0 0
rdbSaveStringObject 17175333999822902934 32 1 31 15 0
rdbSaveToFile 11279107160 0 0
rdbSaveToReplicasSockets 9043394812001328229 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
rdbSaveType 24 99
rdbSavedObjectLen 3775345197688856 0 0 0
rdbShowGenericInfo 15475284526188433522 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
rdbStatsPrintInfo 7943998433180644707 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
rdbTryIntegerEncoding 11045778961 33 6
rdbWriteRaw 702752064600 501 0 501 0
readArgc 24 0
readBytes 11279107160 0 0
readChildInfo 8499289293124285307 0 0 0 0
readIntoReplDataBlock 2883888848165261835 0 0 0 0 0 0 0 0
readLong 3420067105190351824 0 0 0
readQueryFromClient 13419334512269312561 625259 0 0 625259 625259 0 625259 0 0 0 0 0 0 0
readString 3245177773749890722 0 0 0 0 0 0 0
readonlyCommand 0 5
readwriteCommand 0 12
rebaseReplicationBuffer 145 0 0
receiveChildInfo 720789115025 0 0 0
receiveRDBinBioThread 13174165042591249822 0 0 0 0
receiveRDBinBioThreadDualChannel 0 0
receiveRDBinBioThreadSingleChannel 0 0
receiveSynchronousResponse 8958083934435769547 0 0 0 0
reclaimFilePageCache 172590168 0 0
redactClientCommandArgument 3775343000102097 0 0 0
redis_abi_version 24 0
redis_advance 889464413033560 0 0 0 0 0
redis_alloc 1549 0 0
redis_bake 10993894488 0 0 0 0
redis_block 24 0
redis_check_aof_main 12466237421691078979 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
redis_check_rdb 16228838429264449931 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
redis_check_rdb_main 17924991477668271733 0 0 0 0 0 0 0 0
redis_child_ended 13466197198675852416 0 0 0 0 0 0
redis_child_ready 13466197198675852416 0 0 0 0 0 0
redis_clear_free 24 0
redis_connect 10547670888840097271 1 0 0 1 1 0 1 0 0
redis_connect_peer 13466197198675852416 0 0 0 0 0 0
redis_consume 1549 1249146 1249146
redis_disconnect 13466197198675852416 0 0 0 0 0 0
redis_due 351391732207456272 3154 0 6329 19 3297 0 0 0
redis_dump 45786906067807 0 0 0
redis_exec 6490359476016100371 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
redis_free 0 0
redis_hears 11747314169638479244 0 0 0 0 0 0 0 0 0
redis_init 11943889018715150677 1 0 1 1 1 1 0 0 0
redis_limit_scripts 24 0
redis_listens 12483998222763932465 0 0 0 0 0 0 0
redis_load 18126449577934412327 0 0 0 0 0 0 0
redis_look 18223342749696681293 0 0 0 0 0 0 0
redis_portray 6547589724429995136 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
redis_reopen 13587395617590332119 0 0 0 0 0 0 0 0 0 0 0 0 0 0
redis_reopened 11178443864 0 0
redis_reserve 16653042965174539949 2 0 2 1 0 0 0 2 0
redis_run 1869110841910848257 625253 0 0 0 625253 625253 0
redis_run_vectors 1869110841910848257 623893 0 0 0 623893 623893 0
redis_shutdown 11584774332623015798 0 0 0 0 0 0 0
redis_signal 483699543823574377 0 0 0 0 0 0
redis_synced 13466197198675852416 0 0 0 0 0 0
redis_tick 8214907285468600502 3154 0 0 3154 3154 0 0
redis_unblock 10163939330018356204 0 0 0 0 0 0 0 0 0 0
redis_usage 175187032 0 0
redis_view 6521429048821389631 0 0 0 0 0 0 0 0 0 0 0 0 0
redis_view_end 6643164083070999133 0 0 0 0 0 0 0 0 0
redis_waiting 2930361988347676 0 0 0 0
redis_wake 2930361984689240 0 0 0
redis_watch 132056 0 0 0
refreshGoodReplicasCount 1876359165903269560 11 11 0 0 0 0 0 0
registerConfigValue 172561951 253 28
rejectCommand 9202528833223547284 0 0 0 0 0 0
rejectCommandFormat 0 0
rejectCommandSds 15479455763235537878 2103 1787 2103 0 1787 0
releaseInfoSectionDict 2753681 77 77
releaseReplyReferences 184209035311522897 10 0 10 0 10 0
rememberReplicaKeyWithExpire 6703375886621678727 0 0 0 0
removeChannelsInSlot 175973905 0 0
removeClientFromMemUsageBucket 706696782929 2881552 0 0
removeClientFromPendingCommandsBatch 4517301175978550231 0 0 0 0
removeClientFromTimeoutTable 174663185 0 0
removeConfig 4571829137244644338 0 0 0 0 0 0 0
removeExpire 8164388811007819469 407420 316 316 0 0
removeRDBUsedToSyncReplicas 407153690020972995 11 11 0 0 0 0 0 0 0 0 0 0 0 0 0
removeReplicaFromPsyncWait 14932645791235780738 0 0 0 0 0 0 0
removeSigSegvHandlers 0 0
renameCommand 0 221
renameGenericCommand 9125013733147895396 461 22 423 4 3 6 3 1 16
renamenxCommand 0 240
replDataBufInit 3516063 0 0
replStreamProgressCallback 702469489809 0 0 0 0 0 0
replaceClientCommandVector 79702654367147680 12888 65516 65516 12888
replconfCommand 5757746412576623818 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
replica.c:getClientType 4392071785034184760 0 0 0 0 0 0 0 0
replicaAfterLoadPrimaryRDB 17391925864033704933 0 0 0 0 0 0 0 0 0 0 0 0 0
replicaBeforeLoadPrimaryRDB 6279614533742520040 0 0 0 0 0 0
replicaConfigure 42129 0 0
replicaFileDone 0 0
replicaFileForget 42129 0 0
replicaFileWanted 24 0
replicaFileWrite 17747290321797409029 0 0 0 0 0 0 0 0
replicaIsInHandshakeState 6350749 0 0 0
replicaLoadPrimaryRDBFromDisk 3832846623779025760 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
replicaLoadPrimaryRDBFromSocket 7005946436446549245 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
replicaProcessPsyncReply 2583180047496307311 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
replicaPutOnline 13490907574368429261 0 0 0 0 0 0
replicaRdbVersion 3284863693544363296 0 0 0 0
replicaReceiveRDBFromPrimaryToDisk 17260192132040516276 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
replicaReceiveRDBFromPrimaryToMemory 2182962029264733181 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
replicaSendPsyncCommand 3278042938156847332 0 0 0 0 0 0 0 0 0 0 0 0 0
replicaStartCommandStream 58989667284113 0 0 0
replicaSync 14130160849 0 0 0 0 0
replicaofCommand 2977140980551901184 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
replication.c:bswap64 24 0
replication.c:connAddr 10977117272 0 0 0 0
replication.c:connAddrPeerName 24 0
replication.c:connClose 0 0
replication.c:connConnect 24 0
replication.c:connCreate 24 0
replication.c:connGetInfo 55256 0 0
replication.c:connGetLastError 24 0
replication.c:connGetPrivateData 24 0
replication.c:connGetState 24 0
replication.c:connHasWriteHandler 1568 0
replication.c:connIsIntegrityChecked 1550 0 0 0
replication.c:connRead 24 0
replication.c:connSetPrivateData 0 0
replication.c:connSetReadHandler 24 0
replication.c:connSetWriteHandler 24 0
replication.c:connSyncReadLine 24 0
replication.c:connSyncWrite 24 0
replication.c:connWrite 24 0
replication.c:dualChannelFullSyncWithPrimary 13333003831844252877 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
replication.c:dualChannelReplHandleAuthReply 5858340978589600640 0 0 0 0 0 0 0
replication.c:dualChannelReplHandleEndOffsetResponse 6909608911433415143 0 0 0 0 0 0 0 0 0 0 0 0
replication.c:dualChannelReplHandleHandshake 1040695901883106695 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
replication.c:dualChannelReplHandleReplconfReply 16500758847143863300 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
replication.c:findReplica 17655776966434910344 0 0 0 0 0 0 0
replication.c:formatAddr 1549 0 0
replication.c:getClientType 4392071785034184760 0 0 0 0 0 0 0 0
replication.c:lookupRdbClientByID 24 0
replication.c:rioCloseASAP 0 0
replication.c:rioRead 277046001474158249 0 0 0 0 0 0 0 0 0 0
replication.c:sdsType 24 0
replication.c:sdslen 15480972859137949122 0 0 0 0 0 0 0
replication.c:useDisklessLoad 1980263498851204022 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
replicationAbortDualChannelSyncTransfer 13181444274355795077 0 0 0 0 0
replicationAbortSyncTransfer 0 0
replicationAttachToNewPrimary 3516063 0 0
replicationCachePrimary 12681316106069795016 0 0 0 0 0 0 0 0 0
replicationCachePrimaryUsingMyself 217353643089 0 0 0
replicationCountAOFAcksByOffset 3327679942365842075 0 0 0 0
replicationCountAcksByOffset 3327679942365842075 0 0 0 0
replicationCreatePrimaryClient 0 0
replicationCreatePrimaryClientWithHandler 4915342648964137322 0 0 0 0
replicationCron 11071349368489221225 11 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 2 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 11 0 11 11 0 0 0 0 0 0 0
replicationDiscardCachedPrimary 11183265448689465671 0 0 0 0
replicationEmptyDbCallback 2749585 0 0
replicationFeedMonitors 13875322553177298255 1882320 1882320 0 0 1882320 0 0 0 0 0 0 0 0
replicationFeedReplicas 938106834746572116 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
replicationFeedStreamFromPrimaryStream 12950243014128895041 0 0 0 0 0 0 0 0
replicationGetReplicaName 12035412201391068511 0 0 0 0 0 0
replicationGetReplicaOffset 7816351254227229735 0 0 0 0 0
replicationHandlePrimaryDisconnection 8007664147902782564 0 0 0 0 0 0 0 0 0 0 0
replicationRequestAckFromReplicas 0 0
replicationResurrectCachedPrimary 0 0
replicationResurrectProvisionalPrimary 0 0
replicationSendAck 2956758786581585 0 0 0 0
replicationSendAuth 2696280 0 0
replicationSendNewlineToPrimary 721859191889 0 0 0
replicationSetPrimary 4491259072639139081 0 0 0 0 0 0 0 0 0
replicationSetupReplicaForFullResync 187542221189354584 0 0 0
replicationStartPendingFork 42129 11 0
replicationSteadyStateInit 6590939887125651449 0 0 0 0 0 0 0 0
replicationSupportSkipRDBChecksum 99214 0 0 0 0 0
replicationUnsetPrimary 6722144307966014581 0 0 0 0 0 0 0
replstateToString 14274845722185055849 0 0 0 0 0 0 0 0 0
replyByReference 567696978477442113 0 0 0 0 0 0 0
replyToBlockedClientTimedOut 14526636917061053278 0 0 0 0 0 0 0 0 0 0 0
replyToClientsBlockedOnShutdown 14564790913644038885 0 0 0 0 0 0
representClusterNodeFlags 14040511092332639950 0 0 0 0
representSlotInfo 1245367950447704 0 0 0
representSlotRangeList 11006160737368 0 0 0
reqresAppendRequest 24 1575377
reqresAppendResponse 24 1612542
reqresReset 0 0
reqresSaveClientReplyOffset 0 73812
resetBioRDBSaveState 0 0
resetChildState 0 0
resetClient 11872370582348739393 1947168 1932574 18830 1932574 18830 1947168 0 1936111 1936118 1936111 1936118 1936118 1936118 0
resetClientIOState 0 0
resetClientMultiState 703743993361 337635 335970 3009 1665
resetClusterStats 174663185 0 0
resetCommand 2895093828494865 0 0 0 0 0 0 0
resetCommandTableStats 9502903051345 0 0 0 0
resetDbExpiryState 0 3224
resetErrorTableStats 0 0
resetLastWrittenBuf 0 69178
resetManualFailover 42129 0 0
resetReplicationBuffer 0 1
resetServerSaveParams 0 3
resetServerStats 18129 1 9
resetSharedQueryBuf 3775344074106385 19400 19400 1
resizeReplicationBacklog 716492285073 0 0 0
resp_parser.c:getClientType 4392071785034184760 0 0 0 0 0 0 0 0
resp_parser.c:parseArray 11262309464 6240 17
resp_parser.c:parseAttributes 24 0
resp_parser.c:parseBigNumber 24 0
resp_parser.c:parseBool 2008 0
resp_parser.c:parseBulk 11262309464 13367 94
resp_parser.c:parseDouble 175449176 0 0
resp_parser.c:parseError 24 263
resp_parser.c:parseLong 24 313120
resp_parser.c:parseMap 24 32
resp_parser.c:parseNull 24 22
resp_parser.c:parseSet 24 27
resp_parser.c:parseSimpleString 24 161
resp_parser.c:parseVerbatimString 24 0
restartAOFAfterSYNC 3132145283762162299 0 0 0 0 0 0 0 0
restartAOFWithSyncRdb 3027455746066709166 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
restartServer 12210797572997453672 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
restoreCommand 9878226768960364602 311 208 148 18 0 0 0 19 0 0 0 0 0 0 19 0 0 0 0 0 13 141 13 54 49 55 12 0 0 0 23 41 30 31 30 1 31 1 0 0 30 30
revokeClientAuthentication 0 0
rewriteAppendOnlyFile 14407975032389860480 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
rewriteAppendOnlyFileBackground 11233413374350036107 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
rewriteAppendOnlyFileRio 4965545996721823266 0 0 0 0 0 0 0 0 0 0 0 0 0
rewriteClientCommandArgument 97678924967310092 114503 379 114124 114503 114124 6485 6485
rewriteClientCommandVector 18129 11218 54566
rewriteConfig 8094497822116674456 0 0 0 0 0 0 0
rewriteConfigAddLineNumberToOption 2749585 0 0
rewriteConfigAppendLine 0 0
rewriteConfigBytesOption 32 0
rewriteConfigClientOutputBufferLimitOption 3602239763230499785 0 0 0 0 0 0 0
rewriteConfigCreateState 24 0
rewriteConfigDirOption 175973905 0 0
rewriteConfigEnumOption 32 0
rewriteConfigFormatMemory 7608184448490428344 0 0 0 0 0 0 0 0 0 0
rewriteConfigGetContentFromState 5357171993331484698 0 0 0 0
rewriteConfigLatencyTrackingInfoPercentilesOutputOption 45786818786385 0 0 0
rewriteConfigLoadmoduleOption 171971277905 0 0 0
rewriteConfigMarkAsProcessed 2753681 0 0
rewriteConfigNotifyKeyspaceEventsOption 32 0
rewriteConfigNumericalOption 32 0
rewriteConfigOOMScoreAdjValuesOption 5609325406570454246 0 0 0 0
rewriteConfigOctalOption 32 0
rewriteConfigOverwriteFile 7916711351416182544 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
rewriteConfigPercentOption 32 0
rewriteConfigReadOldFile 4682713104437994833 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
rewriteConfigReleaseState 0 0
rewriteConfigRemoveOrphaned 10812689063603209384 0 0 0 0 0 0
rewriteConfigReplicaOfOption 10997278225 0 0 0 0
rewriteConfigRewriteLine 12527044961692987122 0 0 0 0 0 0 0 0 0
rewriteConfigSaveOption 14697784429425942350 0 0 0 0
rewriteConfigSdsOption 188950541902673041 0 0 0 0 0
rewriteConfigSentinelOption 0 0
rewriteConfigStringOption 188950541902673041 0 0 0 0 0
rewriteConfigUnsignedOption 32 0
rewriteConfigUserOption 721862856849 0 0 0
rewriteConfigYesNoOption 2061 0 0
rewriteHashObject 13621864637092784447 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
rewriteListObject 4982212182261606043 0 0 0 0 0 0 0 0 0 0 0 0 0
rewriteModuleObject 172561933 0 0 0
rewriteObjectRio 13026159365654728186 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
rewriteSelectDbRio 13679692236883637725 0 0 0
rewriteSetObject 7610863309155379709 0 0 0 0 0 0 0 0 0 0 0 0
rewriteSlotToAppendOnlyFileRio 7315684403466683288 0 0 0 0 0 0 0 0 0 0
rewriteSortedSetObject 11221147262426687621 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
rewriteStreamObject 1920313222216246948 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
rio.c:connLastErrorRetryable 1567 0
rio.c:connRead 24 0
rio.c:connWrite 24 0
rio.c:getClientType 4392071785034184760 0 0 0 0 0 0 0 0
rio.c:rioBufferFlush 24 0
rio.c:rioBufferRead 11195221080 349 0
rio.c:rioBufferTell 24 0
rio.c:rioBufferWrite 24 501
rio.c:rioConnFlush 24 0
rio.c:rioConnRead 390381968471454985 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
rio.c:rioConnTell 24 0
rio.c:rioConnWrite 24 0
rio.c:rioConnsetFlush 24 0
rio.c:rioConnsetRead 24 0
rio.c:rioConnsetTell 24 0
rio.c:rioConnsetWrite 14113614465004726657 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
rio.c:rioFdFlush 24 0
rio.c:rioFdRead 24 0
rio.c:rioFdTell 24 0
rio.c:rioFdWrite 4720653079074273623 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
rio.c:rioFileFlush 99167 0 0
rio.c:rioFileRead 24 0
rio.c:rioFileTell 24 0
rio.c:rioFileWrite 4813449071129122170 0 0 0 0 0 0 0 0 0 0 0 0 0
rio.c:rioWrite 1396478662998249831 0 0 0 0 0 0 0 0 0 0
rio.c:sdsType 24 349
rio.c:sdsavail 15480972859137949122 0 0 0 0 0 0 0
rio.c:sdslen 15480972859137949122 349 0 0 349 0 0 0
rioCheckType 7198479357465365698 0 0 0 0
rioFreeConn 11055331291988711999 0 0 0 0 0 0
rioFreeConnset 0 0
rioFreeFd 0 0
rioGenericUpdateChecksum 176236049 0 0
rioInitWithBuffer 0 264
rioInitWithConn 0 0
rioInitWithConnset 18129 0 0
rioInitWithFd 0 0
rioInitWithFile 0 0
rioSetAutoSync 176236049 0 0
rioSetReclaimCache 0 0
rioWriteBulkCount 11262329944 0 0
rioWriteBulkDouble 24 0
rioWriteBulkLongLong 24 0
rioWriteBulkObject 3653434648173721679 0 0 0 0 0
rioWriteBulkStreamID 24 0
rioWriteBulkString 4746114088192148507 0 0 0 0 0 0
rioWriteStreamEmptyConsumer 3666023389332811245 0 0 0 0 0 0 0
rioWriteStreamPendingEntry 17179537232391010806 0 0 0 0 0 0 0 0 0 0 0 0 0 0
roleCommand 6238967946641909749 33 0 33 0 0 0 0 0 0 0 0 0 0 0 0 0
rpopCommand 0 344
rpoplpushCommand 0 369
rpushCommand 0 3245
rpushxCommand 0 191
saddCommand 5894314837422559806 5580 36 1701 12288 11935 5535
saveCommand 188950541907076305 0 0 0
scanCommand 175973905 5319 30
scanDatabaseForDeletedKeys 2691770145289529832 11970 0 0 0 0 0 0 0 0 0
scanDatabaseForReadyKeys 2687050833 190 0 0
scanGenericCommand 926815430161 5586 5289 12
scanGenericCommandWithOptions 1048511205816526112 5574 0 0 5574 58 0 187 58 297 187 5277 2 110 2 49 129 49 4 58 4 5332 297 242 122 0 100 0 5277 100 5332 5277 0 0 0 0 5332 60062 65301 62562 60062 62562 62562 108 654 426 228 260 307 260 134 134 134 54 0 374 119 143 119 180 0 0 0 0 0 3074 0 0 0 0 274375 869
scardCommand 10997278225 432 313 127 119
scoresOfGeoHashBox 0 1400
script.c:elapsedMs 24 0
script.c:elapsedUs 24 0
script.c:enterScriptTimedoutMode 58989751936666 0 0 0
script.c:exitScriptTimedoutMode 13821330626800761490 0 0 0 0 0 0
script.c:getClientType 4392071785034184760 0 0 0 0 0 0 0 0
scriptAllowsCrossSlot 3516056 314427 314427
scriptAllowsOOM 3516056 314340 314340
scriptClusterSlotStatsInvalidateSlotIfApplicable 174663185 314427 100107
scriptCommand 320467281960191000 4038 20 112 20 2984 4018 2984 2937 2952 2937 0 15 0 32 32 306 1034 306 455 221 398 668 398 0 0 60 60 60 0 270 0 0 0 0 0 0 0 0 0 0 0 0 270 270 270 210 268 210
scriptCurrFunction 3516056 0 0
scriptFlagsToCmdFlags 10296378169660645185 100282 100192 100192 0
scriptGetCaller 3516056 0 0
scriptGetRunningEngineName 3516056 0 0
scriptGetSlot 3516056 0 0
scriptInterrupt 17792210217573673785 0 0 0 0 0 0 0 0 0
scriptIsEval 3516056 0 0
scriptIsReadOnly 3516056 314340 314340
scriptIsRunning 1568 8813308
scriptIsTimedout 1550 5051338 303269 0
scriptIsWriteDirty 3516056 628563 628563
scriptKill 12604744672688072533 97 97 0 0 0 0 0 0 0 0
scriptOutOfTime 8254512393741462441 0 0 0 0 0 0 0 0
scriptPrepareForRun 6857370582125941758 303331 303331 0 0 0 0 100256 0 0 0 0 0 0 100166 0 0 0 0 0 0 0 0 0 0 0 62 0 0 0 0 0 0 100194 0 0 872 302456 100163 59 24 303269 100194 24 203075 100194 100194
scriptResetRun 14401709201 303269 303269 0
scriptRunDuration 3516056 0 0
scriptSetOriginalClientSlot 54938 0 0
scriptSetSlot 54938 0 0
scriptSetWriteDirtyFlag 54938 300291 300291
script_lua.c:_serverPanic 0 0
script_lua.c:arrayEndCallback 0 278
script_lua.c:arrayStartCallback 2729105 278 0
script_lua.c:bigNumberCallback 2729105 0 0
script_lua.c:boolCallback 2729105 0 0
script_lua.c:bulkStringCallback 2729105 1383 0
script_lua.c:callArgvOnAvailableCallback 2696280 314427 0
script_lua.c:digits10 14074124328224158196 8017 765 2104 5117 31 0 0 0 31
script_lua.c:double2ll 460952155450260153 8563 0 8563 8563 8017
script_lua.c:doubleCallback 2729105 0 0
script_lua.c:errorCallback 2930354356823249 263 0 204
script_lua.c:integerCallback 2729105 313120 0
script_lua.c:ll2string 1736369985461717250 8017 93 93 0 0 0 0
script_lua.c:luaArgsToServerArgv 2664540182417233928 314463 0 645948 8563 8017 17 17
script_lua.c:luaCreateArray 18129 606538 314122
script_lua.c:luaLoadLib 0 59450
script_lua.c:luaLoadLibraries 0 5945
script_lua.c:luaLogCommand 1592874676036538293 16 16 0 0 0 16 16 16 16 0 16 16 0 0 0 0 0
script_lua.c:luaMaskCountHook 237139518045107281 0 0 0 0
script_lua.c:luaNewIndexAllowList 7292485181816782196 249685 0 0 0 0 0 677720 5430700 214015 214015 35670 89175 17835 0 35670 89175 17835 0 17835 0
script_lua.c:luaProcessReplyError 895885728469934465 204 40 40 23 23 24 24 0 0 117
script_lua.c:luaProtectedTableError 17269531893156822046 183 0 0 0 0
script_lua.c:luaPushErrorBuff 9320641611021666974 312 0 195 15
script_lua.c:luaRedisAclCheckCmdPermissionsCommand 10981890110209140548 20 20 1 0 0 0 0
script_lua.c:luaRedisCallCommand 24 314197
script_lua.c:luaRedisErrorReplyCommand 14265801668803495271 19 0 19 19 18
script_lua.c:luaRedisPCallCommand 24 246
script_lua.c:luaRedisPcall 2454748332187961745 236 174 24 24
script_lua.c:luaRedisReturnSingleFieldTable 45046158689368 19 0 19 19
script_lua.c:luaRedisSetReplCommand 13410615714785256821 32 32 0 0
script_lua.c:luaRedisSha1hexCommand 11279107160 31 0
script_lua.c:luaRedisStatusReplyCommand 24 19
script_lua.c:luaReplyToServerReply 4556088660291180469 317000 0 317000 317000 316679 3037 255 223 126 311712 1874 54 145 28 26 24 24 24 21 21 23 23 15806 1553 122
script_lua.c:luaServerGenericCommand 3890068462349900743 314443 314443 16 15 0 0 0 0 0 0 0 88 314427 231 314182 231
script_lua.c:luaSetAllowListProtection 0 5945
script_lua.c:luaSetResp 4319905854582383017 223 223 0 13 223 13
script_lua.c:mapEndCallback 0 32
script_lua.c:mapStartCallback 2729105 32 0
script_lua.c:nullArrayCallback 2729105 17 0
script_lua.c:nullBulkString 2729105 94 0
script_lua.c:nullCallback 2729105 22 0
script_lua.c:processCollectionElementBegin 46061552739409 315134 970 830
script_lua.c:processCollectionElementEnd 5003503366594268565 315134 970 0 0 140 0 830
script_lua.c:server_math_random 17830883625398390000 97 97 15 26 0 0 56 0 0 0
script_lua.c:server_math_randomseed 24 26
script_lua.c:setEndCallback 0 27
script_lua.c:setStartCallback 2729105 27 0
script_lua.c:simpleStringCallback 2729105 161 0
script_lua.c:ull2string 17450750322776043114 8017 0 5241 5887 0 0
script_lua.c:verbatimStringCallback 2729105 0 0
scriptingEngineCallCompileCode 1990528605405357271 3820 3820 584 0 0
scriptingEngineCallDebuggerDisable 58989735159456 0 0 0
scriptingEngineCallDebuggerEnable 9522827938468597361 0 0 0 0 0 0 0 0 0 0 0
scriptingEngineCallDebuggerEnd 58989735159456 0 0 0
scriptingEngineCallDebuggerStart 58989735159456 0 0 0
scriptingEngineCallFreeFunction 14528512070143909407 3739 3739 613 0 0 0
scriptingEngineCallFunction 14401730527 303269 303269 100142 0
scriptingEngineCallGetFunctionMemoryOverhead 24 644
scriptingEngineCallGetMemoryInfo 24 107
scriptingEngineCallResetEnvFunc 4850659722457259356 5943 0 0
scriptingEngineDebuggerDisable 175973905 0 0
scriptingEngineDebuggerEnable 11478340033303719645 0 0 0
scriptingEngineDebuggerEndSession 15048796227672423094 0 0 0 0 0 0 0
scriptingEngineDebuggerFlushLogs 2435445905 0 0 0
scriptingEngineDebuggerInit 0 1
scriptingEngineDebuggerKillForkedSessions 576860586579025 0 0 0 0
scriptingEngineDebuggerLog 0 0
scriptingEngineDebuggerLogRespReplyStr 0 0
scriptingEngineDebuggerLogWithMaxLen 184209035446842513 0 0 0 0 0 0 0
scriptingEngineDebuggerPendingChildren 24 106
scriptingEngineDebuggerProcessCommands 9535594662474107693 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
scriptingEngineDebuggerRemoveChild 172590168 0 0
scriptingEngineDebuggerSetMaxlen 10980807825 0 0 0 0
scriptingEngineDebuggerStartSession 4878483982606317963 0 0 0 0 0 0 0 0
scriptingEngineGetAbiVersion 24 0
scriptingEngineGetModule 24 0
scriptingEngineGetName 24 3530
scriptingEngineManagerFind 172590168 3953 3833
scriptingEngineManagerForEachEngine 145 9124 9123
scriptingEngineManagerGetMemoryUsage 24 1
scriptingEngineManagerGetNumEngines 24 100
scriptingEngineManagerGetTotalMemoryOverhead 24 1
scriptingEngineManagerInit 24 1
scriptingEngineManagerRegister 6963987003447469480 1 1 0 0 0 3
scriptingEngineManagerUnregister 6811686412213473327 0 0 0 0 0 0
scripting_engine.c:checkCommandParameters 12657649723548385810 0 0 0 0 0 0 0 0 0
scripting_engine.c:connRead 24 0
scripting_engine.c:connWrite 24 0
scripting_engine.c:debugScriptRespToHuman 4977870830109272271 0 0 0 0 0 0 0 0 0 0 0 0
scripting_engine.c:debugScriptRespToHuman_Bool 11262309464 0 0
scripting_engine.c:debugScriptRespToHuman_Bulk 720789124625 0 0
scripting_engine.c:debugScriptRespToHuman_Double 24 0
scripting_engine.c:debugScriptRespToHuman_Int 24 0
scripting_engine.c:debugScriptRespToHuman_Map 19458890994776 0 0 0
scripting_engine.c:debugScriptRespToHuman_MultiBulk 3940231739826974506 0 0 0 0
scripting_engine.c:debugScriptRespToHuman_Null 24 0
scripting_engine.c:debugScriptRespToHuman_Set 19458890994776 0 0 0
scripting_engine.c:debugScriptRespToHuman_Status 24 0
scripting_engine.c:dictStrCaseHash 24 3954
scripting_engine.c:engineSetupModuleCtx 241622089512617048 317522 317522 0
scripting_engine.c:engineTeardownModuleCtx 58989767951505 317522 317522 317522
scripting_engine.c:findAndExecuteCommand 720789116429 0 0 0
scripting_engine.c:findCommand 11105655163169375928 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
scripting_engine.c:freeLogEntry 0 0
scripting_engine.c:getClientType 4392071785034184760 0 0 0 0 0 0 0 0
scripting_engine.c:isCalledFromAsyncThread 1562 3739
scripting_engine.c:maxlenCommandHandler 12017177926495100141 0 0 0 0 0 0 0
scripting_engine.c:printCommandHelp 429943369901227181 0 0 0 0 0 0 0 0 0 0 0
scripting_engine.c:printHelpMessage 17772661219407799675 0 0 0 0 0
scripting_engine.c:readReadCommandInternal 7519156917529366454 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
scripting_engine.c:scriptingEngineInitializeEngineMethods 12129949221529077025 1 0 0 0
scripting_engine.c:sdsType 24 0
scripting_engine.c:sdslen 15480972859137949122 0 0 0 0 0 0 0
scripting_engine.c:wrapText 1182241799448605318 0 0 0 0
sdiffCommand 0 349
sdiffstoreCommand 0 343
sdigits10 2934748475373073 1356 141 140
sds.c:adjustTypeIfNeeded 44977372103768 286913 16 37784 16
sds.c:isPtrExceedingEnd 720789116446 47151 360
sds.c:sdsReqSize 24 7399696
sds.c:sdsType 24 11888156
sds.c:sdsTypeMaxSize 630032886884397780 6656556 0 6651621 4927 8
sds.c:sdsalloc 15480972859137949122 135937 0 1170 132115 2648 4 0
sds.c:sdsavail 15480972859137949122 650436 0 551 22106 627778 1 0
sds.c:sdsinclen 4458163170815409670 12670 12670 0 11186 1484 0 0
sds.c:sdslen 15480972859137949122 9577665 0 4116233 4248144 1213286 2 0
sds.c:sdsparsearg 18146075001191806393 4438 0 34940 2 0 0 2 0 0 0 0 0 0 0 2 0 0 0 0 0 0 0 0 0 2 0 0 0 0 0 0 0 34938 2196 0 0 0 18 2 0 32722 34920 32722 16361 16361 2224 0 2224 2224
sds.c:sdssetalloc 4458163170815409670 10824 10824 0 10489 334 1 0
sds.c:sdssetlen 4458163170815409670 645462 645462 1888 16862 626709 3 0
sdsAllocPtr 24 630485
sdsAllocSize 720789124625 381047 247225
sdsHdrSize 15480972859137949122 58706204 0 3927231 54766911 12044 18 0
sdsIncrLen 17803015147540732665 659920 659920 0 0 0 0 0 0 0 24986 24986 28 24958 24958 28 28 634934 634934 50 634884 634884 50 50 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
sdsMakeRoomFor 24 636924
sdsMakeRoomForNonGreedy 24 0
sdsRemoveFreeSpace 24 0
sdsReqType 13685852688672071842 1245493 1217028 25937 2524 4
sdsResize 10039688671435820024 2115 0 0 2115 0 1301 0 0 814 814 814 0 2 814 814 0 0 1301 1301 0
sds_free 0 0
sds_malloc 24 0
sds_realloc 24 0
sdscat 24 9
sdscatfmt 11555285389746887324 668 12670 0 12670 842 0 842 476 354 476 214 7 4 7 0 1 0 1 0 0 11828
sdscatlen 11262329944 10367 0
sdscatprintf 24 3995
sdscatrepr 1460620091226888264 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
sdscatsds 24 0
sdscatvprintf 6325409370252081362 9226 0 0 9226 0 0 0 0 0 0
sdsclear 0 19402
sdscmp 3414888934390430089 4106556 4508 2941388 176 152
sdscpy 24 0
sdscpylen 187823695092323416 0 0 0
sdsdup 24 114737
sdsempty 24 6828
sdsfree 175973905 276362 1120
sdsfreeVoid 0 2877
sdsfreesplitres 715420405905 1723 0 2966
sdsfromlonglong 24 6971
sdsgrowzero 16609773669715489567 1032 616 0
sdsjoin 19458890994776 0 0 0
sdsjoinsds 19458890994776 0 0 0
sdsmapchars 5483283777060137376 5403 317541 635069 42
sdsneedsrepr 12039250025734089298 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
sdsnew 55256 12858 1829
sdsnewlen 24 276046
sdsnsplitargs 24 1112
sdsnsplitargs_internal 9321391350937177506 1121 2219 3331 2219 0 2219 0 2219 2219 0 2219 2219 2219 2219 1121 1121 0 0
sdsrange 7182485707488814107 607734 0 0 607734 605854
sdssplitargs 24 9
sdssplitlen 13422664401698061484 602 0 602 602 0 5198 4 0 145 5082 5053 4599 116 0 0 0 0
sdssubstr 2938404746069606841 607734 605854 0 1880
sdstemplate 1072356937239582686 0 0 0 0 0 0 0 0 0
sdstolower 2019433645632424862 550 5833 0 0 0 0 0
sdstoupper 2019433645632424862 376 2437 0 0 0 0 0
sdstrim 16332837821300809490 4774 0 4771 0 124 4895 124 0
sdstrynewlen 24 43
sdsupdatelen 0 0
sdswrite 10400934243021152868 7399696 7399696 7399696 791748 6605755 6605755 2190 2190 3 3 0 0 2724 5060 7381267 7386872 7381267
securityWarningCommand 8986095373757184720 0 0 0 0 0 0 0
selectCommand 4939862874986555590 673 40 10 12 12
selectDb 45040756425816 336178 28 336166 336150
selectDbIdArgs 1976963283741607507 724 0 36 14 682 674
sendBulkToReplica 635872910437792200 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
sendChildCowInfo 0 0
sendChildInfo 0 0
sendChildInfoGeneric 11102640856536307959 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
sendCommand 2994002312231031467 0 0 0 0
sendCommandArgv 1245558942041176 0 0 0 0
sendCommandRaw 11262329944 0 0
sendCurrentOffsetToReplica 17839666615613274322 0 0 0 0
sendReplyToClient 175973905 0 0
sendToMainThread 2516051645142846386 0 0 0 0 0 0
sendTrackingMessage 1242060418516514627 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
sentinelCheckConfigFile 0 0
sentinelCommand 0 0
sentinelHandleConfiguration 24 0
sentinelInfoCommand 0 0
sentinelIsRunning 0 0
sentinelPublishCommand 0 0
sentinelRoleCommand 0 0
sentinelTimer 0 0
server.c:THPDisable 11178443864 0 0
server.c:cancelShutdown 0 0
server.c:clientsCron 17684642138532189070 106 0 106 212 106 0 106 106 0 0 0 0 106 0
server.c:collectScriptingEngineInfo 13 0 0
server.c:connAcceptHandler 172590168 0 0
server.c:connAddr 10977117272 0 0 0 0
server.c:connAddrPeerName 24 0
server.c:connCloseListener 42129 0 0
server.c:connListen 24 0
server.c:connTypeConfigure 24 0
server.c:createSharedString 24 98
server.c:createSharedStringFromSds 24 148
server.c:elapsedMs 24 0
server.c:elapsedStart 0 106
server.c:elapsedUs 24 212
server.c:expandProcTitleTemplate 11178443864 0 0
server.c:generateCommandInfoResponse 2956735451567192 10 3 3
server.c:generateCommandResponse 9304 0 0
server.c:getClientType 4392071785034184760 106 0 0 0 0 0 0 0
server.c:getConnectionTypeName 6797617422282759021 0 0 0 0 0 0 0
server.c:getMemUsageBucket 3375809030050360220 0 0 0 0
server.c:initGetKeysResult 0 277
server.c:isShutdownInitiated 1568 107
server.c:prepareCommandGeneric 6405827377218896354 842770 6 842764 842764 0 0 0 0 316 995 0 0 0 0 0 0 0
server.c:propagateNow 4025661981257707068 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
server.c:propagatePendingCommands 2072127061679763623 1565176 1565176 0 0 0 0 0 0 0 0 0
server.c:sdsType 24 13230122
server.c:sdsalloc 15480972859137949122 87 0 0 0 87 0 0
server.c:sdsavail 15480972859137949122 87 0 0 0 87 0 0
server.c:sdslen 15480972859137949122 13230122 0 4489822 8739729 571 0 0
server.c:sendGetackToReplicas 0 0
server.c:serverProcTitleGetVariable 692989218346604500 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
server.c:serverSupervisedSystemd 13910633157720 0 0 0
server.c:serverSupervisedUpstart 9487328099361841382 0 0 0 0 0 0
server.c:shouldPropagate 3498861736898400962 1081521 0 1081521 1081521 1081521 1081521 1081332 0 1081521 0 0 1081521 1081521 1081521
server.c:sigKillChildHandler 863 0 0
server.c:sigShutdownHandler 10079124277451644462 0 0 0 0 0 0 0 0 0 0
server.c:sumEngineUsedMemory 0 106
server.c:updateCachedTimeWithUs 8430737 1568332 3156
serverAsciiArt 11234580045632133156 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
serverBitpos 12328020028905463209 148 100 261 275 261 82 66 51 9 5 1184 470 28 100 28 597 120
serverBuildId 24 1
serverBuildIdRaw 24 0
serverBuildIdString 174662744 1 1
serverCommunicateSystemd 24 0
serverCron 17954946656156074980 106 0 0 106 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 106 3 106 103 0 3 0 0 0 106 0 0 106 106 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 106 106 11 106 95 0 0 0 11 11 0 0 0 0 11 106 95 0 0 0 0 0 11 106 95 0 0 0 106 0 0 0 0 106 106 0 0
serverFork 1267189504559670444 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
serverGitDirty 24 1
serverGitSHA1 24 1
serverInitThreadAttribute 715418511057 0 0 0
serverIsSupervised 14426595580376291125 0 0 0 0 0 0 0 0 0 0 0 0 0
serverLogFromHandler 0 0
serverLogHexDump 7496978100055586755 0 0 0 0 0 0 0
serverLogObjectDebugInfo 5669918349555805001 0 0 0 0 0 0 0
serverLogRaw 16311473996025801767 2 0 2 0 0 2 2 0 0 0 2 0 2 0 0 0 2 0 0
serverLogRawFromHandler 15936044194968215056 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
serverLrand48 24 97
serverOpArrayAppend 4887045754482123497 0 0 0 0
serverOpArrayFree 582416107677338 0 0 0 0
serverOutOfMemoryHandler 217353643089 0 0 0
serverPopcount 702735287384 221 16 16 16
serverPubsubShardSubscriptionCount 24 0
serverPubsubSubscriptionCount 24 0
serverSetCpuAffinity 0 0
serverSetProcTitle 187542678736045144 0 0 0
serverSrand48 0 26
setClusterNodeToInboundClusterLink 13734067074509683392 0 0 0 0 0 0 0 0 0 0 0 0 0
setCommand 2956750263788689 308620 60 308513
setDeferredAggregateLen 16012898184903670723 34882 34882 0 4429 4829 34881 4829 0 0 0 0 1 0
setDeferredArrayLen 0 14088
setDeferredAttributeLen 3516062 0 0
setDeferredMapLen 14481486993 10422 10422 10422
setDeferredPushLen 3516062 0 0
setDeferredReply 2452417401321292596 34910 0 34910 472 472 472 472 472 472 472 478 472 528 478 344 458 28177 28177 28177 28177 28177 28177 28177 28177 28177 33223 28177 33223 33223
setDeferredReplyBulkSds 0 28
setDeferredReplyStreamID 0 28
setDeferredSetLen 863 10372 10371
setExpire 11354727834474647262 16071 16071 3 10 3 3 10134 10134 0 0 808 5937 0 0 0 0 0 16071 0
setGenericCommand 11584154512002858787 314362 72 10843 72 306 5 35 81 35 0 18 0 35 18 0 46 46 46 25 0 234 313993 5428 211 66 23 186 141 20 10705 20 6 9 10747 313888 303203 306727 47 10685 47 0 5497 10685 10660 84 5163 84 84 313746 128 142 204 142 626 142 142 142 142 142 200 200 58 142 0 142 0 314290
setGetKeys 804066893318292517 154469 8221 205 205 205 205 205 8221 8016 205 0 205 0
setKey 1785775008818613557 418307 306727 75 104201 110022 75 407365 418307
setModuleBoolConfig 99167 0 0
setModuleEnumConfig 99167 0 0
setModuleNumericConfig 99167 0 0
setModuleStringConfig 99167 0 0
setModuleUnsignedNumericConfig 99167 0 0
setNumericType 12244797711858807560 98 54 5 0 7 11 0 4 0 12 2 2 1
setOOMScoreAdj 11628983956572919777 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
setRandomSeedCString 921714837201 1 1 64
setSignedBitfield 0 406
setSlotImportingStateInAllDbs 18129 0 0
setSlotImportingStateInDb 14397211097344629111 0 0 0 0
setTypeAdd 24 12298
setTypeAddAux 3643629441585788365 15765 2060 774 672 14991 1766 370 1551 353 198 9188 8283 8706 8652 8652 8652 8684 8652 500 54 4037 3524 3511 408 142 132 503 503 503 503 503 513 503 10
setTypeConvert 0 5
setTypeConvertAndExpand 5198790814420301569 572 572 572 572 64 64 0 2928 2928 508 399 508 399 2 1175 0
setTypeCreate 4897593532273997529 1706 853 853 853 853
setTypeDup 1705881068578852480 5 5 0 5 0 0
setTypeInitIterator 11533076418886742907 12608 268 6271 6069
setTypeIsMember 24 5581
setTypeIsMemberAux 17831584026655476509 6309 393 61 6030 6030 5204 194 36 0 10 24 10 14
setTypeMaybeConvert 184429843008308369 3843 0 3843 3379 0 212 0
setTypeNext 13727055088986302656 525183 1810 268 259211 6270 264162 6069 6042
setTypeNextObject 3420067105190351824 3167 97 2921
setTypePopRandom 12071258974629764237 0 0 0 0
setTypeRandomElement 11533076418886742907 53 4 35 14
setTypeReleaseIterator 2749585 12608 268
setTypeRemove 24 634
setTypeRemoveAux 10349325705587860262 634 0 0 16 16 0 463 0 53 155 46 0
setTypeSize 664521771897402255 3280 61 1423 1796
setUnsignedBitfield 1161233 900 24446
set_crc64_cutoffs 0 0
set_jemalloc_bg_thread 0 1
setbitCommand 3207610163687468898 872 52 6 45 7 665 212 97 44
setcpuaffinity 10989304290785252196 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
setcpuaffinity.c:next_num 14405710210617219159 0 0 0 0 0 0 0
setcpuaffinity.c:next_token 706810029144 0 0 0
setexCommand 2729105 5283 5283
setnxCommand 2729105 269 269
setproctitle 9602573132163434944 0 0 0 0 0 0 0 0 0 0
setproctitle.c:spt_copyargs 13096677476623365313 0 0 0 0 0 0 0
setproctitle.c:spt_copyenv 612743407411989304 0 0 0 0 0 0 0 0
setproctitle.c:spt_min 99163 0 0
setrangeCommand 8669635355295654739 545 8 21 249 4 0 1 6 1
settle 7037736238319835529 1252301 0 1252301 0 0 0 0 0 0 0 34589 0
setupChildSignalHandlers 0 0
setupDebugSigHandlers 0 1
setupSigSegvHandler 715418543249 1 1 1
setupSignalHandlers 0 1
sha1hex 18129 6692 133840
sha256_final 7362024724727030704 16 16 560 0 64
sha256_init 0 16
sha256_transform 1245820146173649 32 512 1536 2048
sha256_update 304044909649 32 1344 16
shiftReplicationId 217353643089 0 0 0
shouldFilterFromCommandList 10337311868276529620 22743 0 6384 16 9975 25 0 6384 0
shouldRedactArg 2051454964338328570 0 0 0
shouldRewriteHashtableIndex 24 0
shouldStartChildReplication 3390809388296203402 11 11 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
showLatestBacklog 1038354613323825488 0 0 0 0 0 0 0 0 0 0 0 0
shutdownCommand 99092043793504432 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
sigalrmSignalHandler 175973585 0 0
signalDeletedKeyAsReady 0 314477
signalFlushedDb 689616861950168678 3001 2970 47551 35771
signalKeyAsReady 0 225712
signalModifiedKey 0 1176353
sinterCardCommand 11340243390439436960 629 17 3 307 295 295 295 28
sinterCommand 0 11220
sinterGenericCommand 3246391161632961072 12117 13369 2249 43 1519 235 44 425 86 15 68 10339 502660 740 319 301 502359 354 28 102 28 501717 250858 50 138 50 0 2 0 0 0 0 130 86 62 12 48 18
sintercardGetKeys 24 336
sinterstoreCommand 0 328
siphash 12577335624993634973 4025862 4929354 0 4025862 637852 235174 175607 305118 325654 188756 64517 2093184 0 0 0
siphash_nocase 12577335624993634973 1742160 2130162 0 1742160 80656 53048 109114 713302 340705 3694 11107 430534 0 0 0
siptlw 2878415449437713 22363564 5104936 10806081 5104936
sismemberCommand 184503712195618001 5395 263 5139 5132 5022
slotExportBeginStreaming 873476926938113630 0 0 0 0
slotExportConnectHandler 0 0
slotExportJobBeginSnapshotToTargetSocket 3459994073764669699 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
slotExportTryDoPause 17637191650989169639 0 0 0 0 0 0 0 0
slotMigrationJobReadAuthResponse 14363143311603176311 0 0 0 0 0
slotMigrationJobReadEstablishResponse 4035728305411756685 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
slotMigrationJobSendAuth 3988296928719533147 0 0 0 0
slotMigrationPipeReadHandler 2900102053709072323 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
slotMigrationPipeWriteHandler 5902901629406032949 0 0 0 0 0 0 0 0
slowlogCommand 9704110045802282063 43 11 43 11 32 32 32 0 0 0 0 0 0 0 0 0 0 0
smismemberCommand 9422828400527464034 413 5 135 5 1196 29 399 29
smoveCommand 17100693965407767977 613 421 9 184 183 50 4 123 0 5 10
snapshot.c:addBytes 24 0
snapshot.c:addObject 1549 0 0
snapshot.c:addObjects 3705305200600152 0 0 0 0
snapshot.c:addPrefixes 3705305200600152 0 0 0 0
snapshot.c:beAs 9150705742378262956 0 0 0
snapshot.c:dropReplies 42129 0 0
snapshot.c:flagsOf 2985113566638315970 0 0 0 0 0 0 0 0 0 0 0 0 0
snapshot.c:freeObjects 18129 0 0
snapshot.c:getClientType 4392071785034184760 0 0 0 0 0 0 0 0
snapshot.c:sdsType 24 0
snapshot.c:sdslen 15480972859137949122 0 0 0 0 0 0 0
snapshot.c:subscribeAll 42129 0 0
snapshot.c:takeBytes 24 0
snapshot.c:takeCount 24 0
snapshot.c:takeObject 1549 0 0
snapshot.c:takeObjects 1160280 0 0
snapshot.c:track 8521760 0
snprintf_async_signal_safe 24 0
socket.c:callHandler 2555239511487465852 0 0 0 0
socket.c:connClose 0 0
socket.c:connCreateAcceptedSocket 24 0
socket.c:connCreateSocket 24 0
socket.c:connDecrRefs 0 0
socket.c:connGetPrivateData 24 0
socket.c:connHasRefs 24 0
socket.c:connIncrRefs 0 0
socket.c:connSocketAccept 189232016882476120 0 0 0
socket.c:connSocketAcceptHandler 13810351260792176385 0 0 0 0 0 0 0 0 0 0
socket.c:connSocketAddr 11262329944 0 0
socket.c:connSocketBlockingConnect 13679692236883637725 0 0 0
socket.c:connSocketClose 46199103628817 0 0 0
socket.c:connSocketCloseListener 19458874242129 0 0 0
socket.c:connSocketConnect 11262329944 0 0
socket.c:connSocketEventHandler 5122897413130579050 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
socket.c:connSocketGetLastError 24 0
socket.c:connSocketGetType 24 1
socket.c:connSocketIsLocal 2952352220903066 0 0 0 0
socket.c:connSocketListen 24 0
socket.c:connSocketRead 14116396254781799331 0 0 0 0 0 0 0 0 0 0 0 0 0 0
socket.c:connSocketSetReadHandler 13428359166498363268 0 0 0 0
socket.c:connSocketSetWriteHandler 5044489656128315130 0 0 0 0 0
socket.c:connSocketShutdown 175973905 0 0
socket.c:connSocketSyncRead 175973464 0 0
socket.c:connSocketSyncReadLine 175973464 0 0
socket.c:connSocketSyncWrite 175973464 0 0
socket.c:connSocketWrite 12334722439850700548 0 0 0 0 0 0 0 0 0 0 0 0 0
socket.c:connSocketWritev 16498415711617935624 0 0 0 0 0 0 0
socket.c:getClientType 4392071785034184760 0 0 0 0 0 0 0 0
sort.c:getClientType 4392071785034184760 0 0 0 0 0 0 0 0
sort.c:isReturnSubstPattern 6350815 355 54 54
sort.c:sdsType 24 726
sort.c:sdslen 15480972859137949122 726 0 175 549 2 0 0
sortCommand 0 673
sortCommandGeneric 4459535568426160688 1038 27 2859 153 139 614 218 218 218 9 211 209 311 311 311 1192 311 430 430 430 87 0 0 0 0 994 994 994 0 0 0 0 0 0 9 11 25 11 43 25 76 43 65 0 4 84 4 4 4 14 1018 971 33 14 0 59 104 2 885 137 4 881 959 1 79 80 985 80 1004 33 1 1 80 971 80 1 0 0 3 3 3 891 90 33 142 0 14 0 0 0 0 0 0 0 14 41 1018 934 264 76 76 133 0 50 22 5 24 26 26 26 26 26 26 5 0 0 338 308 60 0 17 17 17 665 10 702 116 31 131 131 88 0 106 14 148 148 134 0 19 25 287 276 276 0 179 0
sortCompare 3455304925671926223 433 127 11 40 42 42 0 0 42 0 0 212 45
sortGetKeys 4774502586852674790 403 1345 3069 604 212 212 212
sortROGetKeys 24 216
sortroCommand 0 365
sparkline.c:getClientType 4392071785034184760 0 0 0 0 0 0 0 0
sparklineRender 79716459718710360 0 0 0 0
sparklineRenderRange 6911082627838479061 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
sparklineSequenceAddSample 13718534206561285603 0 0 0 0 0 0 0 0
spmcDequeue 15942284785425076915 0 0 0 0 0
spmcEnqueue 45795630482520 0 0
spmcFree 42129 0 0
spmcInit 3775326123214545 0 0 0 0 0
spmcIsEmpty 720789116447 0 0
spmcSize 99166 0 0
spopCommand 4870713666298776362 403 403 0 0 0 0 0
spopWithCountCommand 4795483019411205812 403 168 160 80 75 24 51 51 51 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
spscCommit 175973905 0 0
spscDequeueBatch 14230159941391344756 0 0 0 0 0
spscEnqueue 42129 0 0
spscFree 42129 0 0
spscInit 14401726239 0 0 0 0
spscIsEmpty 720789116447 0 0
spscIsFull 2063208528698394373 0 0 0 0
spt_clearenv 24 0
spt_init 5961009213339233918 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
spublishCommand 2729105 77 77
srandmemberCommand 16618445210211259608 676 620 0 37 21 19 8
srandmemberWithCountCommand 12383495621778075269 620 89 414 379 160 152 38 30 84 84 23 23 23 0 23 0 73 43 0 21 18 0 64 368 206 64 13 26 12 2 8 3 3 5 2 4 13 13 10 7 14
sremCommand 12883634877375922747 573 404 175 169 6 501 46 1 6 168 6 42 1
sscanCommand 11710964335879735797 423 44 269 112 110
ssubscribeCommand 706929247953 0 0 0
startAppendOnly 1133978981892053392 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
startBgsaveForReplication 11265912187158744133 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
startEvictionTimeProc 2729105 0 0
startLoading 15754256405252677281 0 0 0 0
startLoadingFile 0 0
startSaving 8816168615430650124 0 0 0 0 0 0
statsRecordCount 2930361984726161 0 0 0
statsRecordElementSize 2930361984726161 0 0 0
statsRecordElementSizeAdd 10855708057330324090 0 0 0 0 0
statsRecordSimple 0 0
stopAppendOnly 5508813566143265430 0 0 0 0 0 0 0 0 0
stopLoading 13 0 0
stopSaving 13 0 0
storageFd 24 0
storageHandle 24 0
storageLeave 0 0
storageSyncLater 24 0
strChildType 4044743048218529562 0 0 0 0 0 0 0 0
strEncoding 9288969960684063920 87 0 5 4 24 1 38 0 0 10 5 0
strbuf.c:calculate_new_size 17117317945720043841 0 0 0 0 0 0 0
strbuf.c:debug_stats 42129 6060 0
strbuf.c:die 0 0
strbuf.c:strbuf_empty_length 24 75
strbuf.c:strbuf_ensure_null 0 6062
strbuf_append_string 4469892177 75 422 0
strbuf_free 11043906705 6060 6060 117
strbuf_free_to_string 706810029144 0 0 0
strbuf_init 4335773054066608876 6062 5945 0 0
strbuf_new 174662744 117 0
strbuf_resize 45924225754257 0 0 0
stream.c:clientOf 1549 0 0
stream.c:connClose 0 0
stream.c:connGetPrivateData 24 3122185
stream.c:drop 9595644055515461459 1249146 0 0 0 0 0 0
stream.c:freeSlot 6879885899628692016 1 0 0 0 0
stream.c:getClientType 4392071785034184760 0 0 0 0 0 0 0 0
stream.c:isBlocked 54798 2498292 2498292 2498292 0
stream.c:newStream 10401825256570536827 1 0 0 0 1 0 0 0
stream.c:noteBlocked 11262329933 2498292 2498292 0
stream.c:recount 3777434 0 0 0 0 0
stream.c:stateOf 715420407309 2498292 0 0
stream.c:writePlainReply 8280756639407676472 1249146 34589 1214557 1214557 1214557 1214557 1215219 1214557 1215219 1215219 1215219 1215219 1215219 1215219 1215219 1215219 1215219 1215219 1215219 1215219 1249146 1215219 0 1214557 1214557 1214557 1214557
streamAnnounce 10997278225 1249146 1249146 0 0
streamAppendItem 543886094339624404 102649 2649 1554 5 0 472 208508 0 100841 100841 0 100841 100841 3 100838 998 1001 0 2337 0 2337 0 3671 99840 99674 100175 75 100126 100100 99599 241 104254 483 241 2337 1336 102177
streamClient 99150 0 0 0 0
streamClose 11609732761101993995 0 0 0 0 0
streamCompareID 3500988338704332693 606729 254701 251880 99962 35
streamConnectionAccepted 24 1
streamConsume 715420407309 1249146 0 1249146
streamCreateCG 2952344585733208 550 451 41
streamCreateConsumer 3232536079955178599 92 0 3 89 89
streamCreateNACK 24 18
streamDecodeID 0 106435
streamDecrID 1681691705348506843 214 49 6
streamDelConsumer 145 0 0
streamDeleteItem 2696280 388 7
streamDup 6895133399159267599 3 3 3 3 0 3 2 1 1 0 0 0 0
streamEncodeID 0 2526
streamEntryExists 187543167072577496 39 38 1
streamEstimateDistanceFromFirstEverEntry 2819164182096570923 76 0 0 0 0 0 45 0 17 1 58 3 0 41 5
streamFed 0 1249146
streamFeed 2804409568143367289 625253 0 625259 625259 625259 625259 625259 1250512 625259
streamFeedVectors 796907924629922990 623893 0 0 0 0 623893 623893
streamFreeCG 0 509
streamFreeCGVoid 0 500
streamFreeConsumer 0 89
streamFreeNACK 0 2
streamGenericParseIDOrReply 3611903304215280282 19269 0 229 232 229 5577 5346 5345 2920 5699 5707 5699 5695 5695 5695 6274 352 6266 1171 2826 1171 2842 2826 60 641 623
streamGetEdgeID 28091949905 34 6 6
streamID2string 24 353561
streamIDEqZero 99983 153 106 102
streamIncrID 1681691705348506843 100254 20 2
streamInputLeft 1549 0 0
streamIsAside 1567 0
streamIteratorGetField 2696401 251311 251097
streamIteratorGetID 6901069135857418834 257080 262594 12113 255895 250481 5520 11496 5520 117 617 117 6476 5976 6948 21 115 257199 256575 5414 100 2927 251453 251685 251161 251022 251033 251012 11 427 250499 421 421 421 0 8 331 139 123 304 17 429
streamIteratorRemoveEntry 17785282612584721943 7 2 0 0
streamIteratorStart 14674310946480078730 6606 6155 5973 6089 714 5955 5363 5241 582 173 200 37 27 73
streamIteratorStop 0 6606
streamLastValidID 171549841 317 0 0 0
streamLength 24 0
streamLogListpackContent 576860586579025 0 0 0 0
streamLook 11178443864 1249146 0
streamLookupCG 11262329944 1903 1203
streamLookupConsumer 11262329944 115 0
streamNew 24 1503
streamNextID 175187153 100000 154
streamOfId 406120221 3747438 3747438 3747438 3747438
streamOpen 3287336410146611919 1 1 0 0
streamOutputRoom 3471511822154472747 1249146 1249142 3 3 0 0 0
streamParseID 24 0
streamParseIDOrReply 24 13692
streamParseIntervalIDOrReply 11958492383153151795 14286 14286 2211 607 607 14286 607 517
streamParseStrictIDOrReply 24 5577
streamPropagateConsumerCreation 0 8
streamPropagateGroupID 0 11
streamPropagateXCLAIM 0 18
streamProtocol 1549 0 0
streamRangeHasTombstones 4067549745325145984 7 7 7 0 0 0 0 0 0
streamReplDataBufToDb 15580843271787594090 0 0 0 0 0 0
streamReplyWithCGLag 17965098974736328318 90 28 4 4 4 55 87
streamReplyWithRange 8379494694720795250 5843 22 32 22 5663 250655 21 21 21 3 3 3 5 3 18 251311 18 21 18 2 2 0 16 0 18 174 346 174 10 182 10 5663
streamReplyWithRangeFromConsumerPEL 3495916696634369472 22 0 0 0 0 0 0 0 0 0
streamRewriteApproxSpecifier 0 69
streamRewriteTrimArgument 175973585 69 42
streamSetAside 856 0 0
streamSetWritable 0 0
streamSpeakResp3 171549841 0 0 0 0
streamState 1549 0 0
streamTrim 5391471754339945142 321 0 161 196 161 154 0 35 0 1 49 1 34 49 33 146 73 71 2 71 2 4 2 2 2 0 0 0 55 2
streamTrimByID 856 0 0
streamTrimByLength 856 0 0
streamTypeLookupWriteOrCreate 17091658503491843179 102784 48 1328 86
streamValidateListpackIntegrity 17190981700483002078 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
streamWindow 184482471554155355 1249146 1249146 0 0 0
streamsAnnounceUnblocked 15013489495322906850 1252301 0 0 0 0 0 0 0 0
streamsDrop 4750648401 0 0 0
streamsWriteReplies 286056346705 1252301 1249146 34589
streamsWriteRest 9714797961942054927 1252301 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
string2d 5528939477512984939 129966 240 129726 129726 129763 129726 129820 129929 129820 129957 129929 57 0 0 35 0
string2l 14392276398974329682 417249 413432 0 3817 3817
string2ld 16664534982143110013 1364 8 1357 1356 219 1148 1137 1148 1148 1148 1165 1148 1344 1165 0 0 0 0 0 1137
string2ul_base16_async_signal_safe 1450755751755761617 0 0 0 0 0 0 0
string2ull 1972892067417149222 19047 18469 26 508 538 578 538 471 70
stringObjectLen 1921571545386433346 10994 10994 10460 1376 534
stringmatch 24 0
stringmatchlen 24 8440
stringmatchlen_fuzz_test 582415893206104 0 0 0 0
strlenCommand 10997278225 473 239 239 234
strmapchars 5483283777060137376 171 7586 15171 3
stubs.c:getClientType 4392071785034184760 0 0 0 0 0 0 0 0
stubs.c:refuseSentinel 0 0
subscribeCommand 2878128859137745 0 0 0 0 0
sunionCommand 0 300
sunionDiffGenericCommand 8894860885597574450 1381 2716 1841 45 244 324 419 324 86 80 117 371 117 155 202 155 662 202 264 62 155 76 155 76 1096 674 1335 893 2330 47 662 47 155 155 155 615 155 901 667 372 0 52 849 0 0 0 460 0 0 0 0 0 0 675 1435 1223 675 202 130 79
sunionstoreCommand 0 338
sunsubscribeCommand 13711603469072030058 0 0 0 0 0
swapMainDbWithTempDb 3793242939144536127 0 0 0 0 0 0 0
swapdbCommand 13495037213956655982 144 0 5 6 9
swapdbDbIdArgs 8827464686847668496 156 0 10 151 146 11 139 135 142 139 144 142
syncCommand 11570231983947303284 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
syncRead 3075165811993493114 0 0 0 0 0 0 0 0 0
syncReadLine 17739759367436201424 0 0 0 0 0 0 0
syncWithPrimary 1293298233459804378 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
syncWithPrimaryHandleConnectingState 709294059858666863 0 0 0 0 0 0
syncWithPrimaryHandleError 42129 0 0
syncWithPrimaryHandleReceiveAuthReplyState 7614955136791241713 0 0 0 0 0 0
syncWithPrimaryHandleReceiveCapaReplyState 7416019660609517750 0 0 0 0 0
syncWithPrimaryHandleReceiveIPReplyState 13289629193004880206 0 0 0 0 0 0
syncWithPrimaryHandleReceiveNodeIDReplyState 7416019660609517750 0 0 0 0 0
syncWithPrimaryHandleReceivePingReplyState 9074361160241615063 0 0 0 0 0 0 0 0 0 0 0 0 0
syncWithPrimaryHandleReceivePortReplyState 7416019660609517750 0 0 0 0 0
syncWithPrimaryHandleReceiveVersionReplyState 7416019660609517750 0 0 0 0 0
syncWithPrimaryHandleSendHandshakeState 12188043639401519960 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
syncWithPrimaryHandleSendPsyncState 8958083934435769547 0 0 0 0
syncWrite 9916248489993211848 0 0 0 0 0 0 0
syncio.c:getClientType 4392071785034184760 0 0 0 0 0 0 0 0
syscheck 18056546990960685981 0 0 0 0
syscheck.c:checkClocksource 9105537842865765320 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
syscheck.c:clocksourceHasToken 17293374040963912150 0 0 0 0 0 0 0 0 0 0 0 0 0 0
syscheck.c:pickAlternativeClocksource 15379436899954217379 0 0 0 0 0 0 0 0
syscheck.c:read_sysfs_line 7530449976001983830 0 0 0
t_hash.c:addHashFieldToReply 1046261166232875248 22842 1336 20223 20197
t_hash.c:addHashIteratorCursorToReply 86351043348848304 6213691 211610 206174 6002081
t_hash.c:defragHashTypeEntry 706698355793 0 0 0
t_hash.c:entryGetExpiryVsetFunc 24 1172
t_hash.c:getClientType 4392071785034184760 0 0 0 0 0 0 0 0
t_hash.c:hashTypeExpireEntry 16740749621382174147 0 0 0 0 0 0
t_hash.c:hashTypeGetOrcreateVolatileSet 3775344073581656 444 444 308
t_hash.c:hashTypeGetVolatileSet 14401795597 306337 306337 3701
t_hash.c:hashTypeIgnoreTTL 10220052966369592497 208763 208653 102806 104154 102806 207305
t_hash.c:hashTypePersist 16552043800773559389 759 384 375 375 225 28 32 2
t_hash.c:hashTypeRandomElement 3698177287061652241 83 70 70 0 0 0 0 56 13
t_hash.c:hashTypeSetExpire 410855383409682388 4255 2189 1262 1160 5 97 97 21 21 880 237 49 26 1 8 5 4 4 4 0 11 0 0 0 33 33
t_hash.c:hashTypeTrackUpdateEntry 15429252145302988063 98807 98807 63 98807 235 98547 98744 98547 0 0 0 0 260 10
t_hash.c:hashTypeUntrackEntry 6593716059447665627 134 110 0 0 24 10
t_hash.c:hrandfieldReplyWithListpack 14604813292676600871 36 114 0 50 0 77 50 38
t_hash.c:sdsType 24 3100764
t_hash.c:sdslen 15480972859137949122 3100764 0 3012611 87963 190 0 0
t_list.c:getClientType 4392071785034184760 0 0 0 0 0 0 0 0
t_list.c:listTypeTryConversionRaw 8317170936927342447 105346 100111 50069 5235 652
t_list.c:listTypeTryConvertListpack 10027429774164422487 4583 4583 4583 18448 0 18030 0 33 0 12
t_list.c:listTypeTryConvertQuicklist 8851939673896334572 50042 50042 50019 23 23 3 0 23 23 0
t_list.c:sdsType 24 91930
t_list.c:sdslen 15480972859137949122 91930 0 23 91408 499 0 0
t_set.c:getClientType 4392071785034184760 0 0 0 0 0 0 0 0
t_set.c:intsetMaxEntries 175711320 4185 0
t_set.c:maybeConvertIntset 58989751157905 4183 4183 0
t_set.c:maybeConvertToIntset 12554571548982726563 12 10 0 2 0 0 2
t_set.c:sdsType 24 20059
t_set.c:sdslen 15480972859137949122 20059 0 1502 18526 31 0 0
t_stream.c:bswap64 24 219696
t_stream.c:getClientType 4392071785034184760 0 0 0 0 0 0 0 0
t_stream.c:lpGetIntegerIfValid 13750371047391056423 1164655 1164655 0 0 0
t_stream.c:sdsType 24 575167
t_stream.c:sdslen 15480972859137949122 575167 0 102201 472866 100 0 0
t_stream.c:streamFreeConsumerVoid 0 89
t_stream.c:streamParseAddOrTrimArgsOrReply 10789113333597437881 103405 104094 100000 100000 100000 103548 100000 509 509 509 0 152 152 152 433 152 177 177 177 281 177 16 17 319 319 319 0 91 91 91 270 91 106 106 106 179 106 16 169 169 169 6 5 156 3084 156 2928 42 1 131 1 0 403 0 0 153 108 174 0 0
t_string.c:checkStringLength 16129779685828443391 784 0 1 783 783 783 783
t_string.c:getClientType 4392071785034184760 0 0 0 0 0 0 0 0
t_string.c:getExpireMillisecondsOrReply 6386649978745391109 11273 97 79 11101 5633 4 5629 10905 5742 192 0
t_string.c:sdsType 24 5739
t_string.c:sdslen 15480972859137949122 5739 0 136 5453 147 3 0
t_zset.c:getClientType 4392071785034184760 0 0 0 0 0 0 0 0
t_zset.c:sdsReqSize 24 6037
t_zset.c:sdsType 24 695048
t_zset.c:sdscmplex 18178783192200600435 838 4 103 819 731 59 717 672
t_zset.c:sdslen 15480972859137949122 695048 0 505687 189175 186 0 0
t_zset.c:zaddGenericCommand 3532994195630056461 104551 105711 231 193 356 154 105 122 50 104502 104501 0 229 0 49 104452 104481 103 20 120 29 83 0 0 482 0 116486 193 106371 66 2999 135 115498 0 14697 2320 115428 104058 6004 100067 98054 425 104193 0 455 425 272 104452
t_zset.c:zdiff 2222547161638173637 429 77 54 8 0
t_zset.c:zdiffAlgorithm1 16882417086074798922 54 177 103 6 103 97 171 87
t_zset.c:zdiffAlgorithm2 17689337336561874806 8 24 12 53 43 2 0 0
t_zset.c:zrandmemberReplyWithListpack 14604813292676600871 14 46 0 20 0 34 20 7
t_zset.c:zrangeResultBeginClient 188105152031954449 15513 10193 5165 5165 5165
t_zset.c:zrangeResultBeginStore 862 680 31
t_zset.c:zrangeResultEmitCBufferForStore 54938 71 71
t_zset.c:zrangeResultEmitCBufferToClient 11043906705 1000618 0 250497
t_zset.c:zrangeResultEmitLongLongForStore 54938 16 16
t_zset.c:zrangeResultEmitLongLongToClient 11043906705 195 0 139
t_zset.c:zrangeResultFinalizeClient 187543167019119761 15513 10193 99 99 99
t_zset.c:zrangeResultFinalizeStore 706843583569 680 33 112
t_zset.c:zrangeResultHandlerDestinationKeySet 0 853
t_zset.c:zrangeResultHandlerInit 119628310 18700 18700 17847 853
t_zset.c:zrangeResultHandlerScoreEmissionEnable 28 6871
t_zset.c:zsetChooseDiffAlgorithm 9790275915368488033 77 153 15 76 15 54
t_zset.c:zsetHashtableGetMaxElementLength 38967947465135192 8 41 17 41
t_zset.c:zsetRank 3003946404508047682 77 71 71 71 238 9 9 4 4 6 5 1 1 0
t_zset.c:zsetRemoveFromSkiplist 11178443864 52 24
t_zset.c:zsetTypeRandomElement 151580216161208755 3 0 0 3 0 0
t_zset.c:zslCompareNodes 10987813459650079600 146048 2749 10243 0 39234 90058
t_zset.c:zslCreateNode 24 6037
t_zset.c:zslDecrNodeSpanAtLevel 2737297 11353 11353
t_zset.c:zslDelete 80512513400481439 28 66 72 28
t_zset.c:zslDeleteNode 6368059353534777770 2053 14105 2752 2028 3 2051 3
t_zset.c:zslDeleteRangeByLex 11071946285834807318 1 2 2 3 2 0 1 0
t_zset.c:zslDeleteRangeByRank 15585353068663616789 1 3 2 3 2 3 3 3
t_zset.c:zslDeleteRangeByScore 11071946285834807318 4 10 20 24 20 0 2 0
t_zset.c:zslFreeNode 0 2037
t_zset.c:zslGetElementByRankFromNode 11853553407376525666 4 11 10 21 10 4
t_zset.c:zslGetNodeAllocSize 24 628532
t_zset.c:zslGetNodeHeight 24 630556
t_zset.c:zslGetNodeSpanAtLevel 717567890957 81724 50734 30964
t_zset.c:zslGetRank 9304 1 2
t_zset.c:zslIncrNodeSpanAtLevel 2737297 32684 30631
t_zset.c:zslInsertNode 18412888086630970449 8059 8059 40265 8059 68155 325 421 10754 29932 1082 6711
t_zset.c:zslIsInLexRange 9319290794766543202 4 2 2 0 0 0 0 2 2 1 2 1
t_zset.c:zslParseLexRangeItem 8970501111638904942 3520 0 282 0 273 0 1343 1353 269
t_zset.c:zslParseRange 9248118877156355124 6234 0 443 6 439 437 15 5779 5776 0 443 8 436 435 19 5754 5751
t_zset.c:zslRandomLevel 55256 6037 0
t_zset.c:zslSetHeight 0 2043
t_zset.c:zslSetNodeHeight 0 6037
t_zset.c:zslSetNodeSpanAtLevel 2737297 21929 5811
t_zset.c:zslUpdateScore 13995065805900986845 2030 8 1018 2028 1012 1017 1010 14030 23460 2022
t_zset.c:zuiClearIterator 3975711701045851636 360 0 22 5 0 17 338 310 28
t_zset.c:zuiCompareByCardinality 2609230523375766500 1371 196 143
t_zset.c:zuiCompareByRevCardinality 24 13
t_zset.c:zuiDiscardDirtyValue 42129 1602 165
t_zset.c:zuiFind 14155624002707810019 136 53 12 0 0 0 71 53 13 18 2
t_zset.c:zuiInitIterator 14606162990717714412 360 0 22 5 0 17 338 310 310 310 28
t_zset.c:zuiLength 9823257689721902179 5849 4559 84 1206 1107 99
t_zset.c:zuiNewSdsFromValue 9571731912647794260 1041 574 178 183
t_zset.c:zuiNext 9499574709921958052 1602 0 109 26 5 0 0 83 17 1493 1273 305 968 968 220 28
t_zset.c:zuiSdsFromValue 188949596071597144 828 739 487
t_zset.c:zunionInterAggregate 7099397338524058600 185 155 1 21 7 9 3
t_zset.c:zunionInterDiffGenericCommand 8849510635074434870 1992 29 38 11 0 3873 716 52 96 52 1100 1461 493 706 493 1246 706 1350 1246 969 21 479 489 479 753 489 857 753 197 91 94 348 370 348 474 370 489 474 98 101 98 104 101 7 1265 1513 714 53 195 0 79 46 9 36 171 36 0 4 0 135 57 551 551 1113 901 747 1 617 253 617 429 841 142 91 18 93 181 345 345 345 424 0 230 0 230 672
t_zset.c:zzlCompareElements 17698600768813478407 7307 2730 3090 363
t_zset.c:zzlDelete 24 508
t_zset.c:zzlDeleteRangeByLex 10477097404399935053 24 24 16 34 34 34 32 8
t_zset.c:zzlDeleteRangeByScore 10477097404399935053 17 17 14 10 10 10 10 3
t_zset.c:zzlFind 9679466854939487376 17542 2795 5988 5988 5770
t_zset.c:zzlInsert 4181609788033673820 10752 37988 37988 2981 7307 2193 5578
t_zset.c:zzlInsertAt 12433048505483742427 11335 2150 6161 4690 4495
t_zset.c:zzlLength 24 17788
t_zset.c:zzlStrtod 24 266818
table_is_an_array 17681556083995177252 602 698 35 663 663 663 663 663 663
testOnlyAddBufferToReplyIOV 0 0
testOnlyAddBulkStrRefToBuffer 24 0
testOnlyAddBulkStrRefToBufferOrList 0 0
testOnlyAddBulkStrRefToToList 0 0
testOnlyAddBulkStringToReplyIOV 0 0
testOnlyAddEncodedBufferToReplyIOV 0 0
testOnlyAddPlainBufferToReplyIOV 0 0
testOnlyAddReplyPayloadToBuffer 24 0
testOnlyAddReplyPayloadToList 0 0
testOnlyBackupAndUpdateClientArgv 0 0
testOnlyDictGetForceResizeRatio 24 0
testOnlyDictNextExp 24 0
testOnlyInitReplyIOV 0 0
testOnlyIntsetGet 24 0
testOnlyIntsetGetEncoded 24 0
testOnlyIntsetSearch 24 0
testOnlyIntsetValueEncoding 24 0
testOnlyIsCopyAvoidPreferred 24 0
testOnlyPostWriteToReplica 0 0
testOnlyQuicklistCompressNode 24 0
testOnlyQuicklistCreateNode 24 0
testOnlyQuicklistCreateNodeWithValue 24 0
testOnlyQuicklistDecompressNode 24 0
testOnlyQuicklistNodeNegFillLimit 24 0
testOnlySaveLastWrittenBuf 0 0
testOnlySlotStatForSortAscCmp 24 0
testOnlySlotStatForSortDescCmp 24 0
testOnlyTimeInMilliseconds 24 0
testOnlyTrimReplyUnusedTailSpace 0 0
testOnlyUpsertPayloadHeader 24 0
testOnlyWriteToReplica 0 0
testOnlyZipEntry 0 0
threads_mngr.c:ThreadsManager_cleanups 0 0
threads_mngr.c:getClientType 4392071785034184760 0 0 0 0 0 0 0 0
threads_mngr.c:invoke_callback 2696401 0 0
threads_mngr.c:test_and_start 24 0
threads_mngr.c:wait_threads 907884433622161 0 0 0 0 0
timeCommand 0 0
timeInMilliseconds 24 0
timeout.c:bswap64 24 0
timeout.c:getClientType 4392071785034184760 0 0 0 0 0 0 0 0
timestampIsExpired 716494149148 2331252 2301985
tls.c:getClientType 4392071785034184760 0 0 0 0 0 0 0 0
tls.c:getConnectionTypeName 6797617422282759021 0 0 0 0 0 0 0
tls.c:tlsClearAllCertInfo 0 0
tls.c:tlsClearCACertInfo 0 0
tls.c:tlsClearCertInfo 706810012817 0 0 0 0 0
tlsResetCertInfo 10993083921 0 0 0 0 0 0
totalNumberOfStatefulKeys 17378896375215467442 0 0 0 0 0 0
touchAllWatchedKeysInDb 9999477877532462611 11970 11877 182 8 175 4 1 0 8 0 0 0 0 0 0 1 0
touchCommand 304045171793 165 446 30
touchWatchedKey 12818792995904855565 1176353 1174860 1443 50 0 0 0 0 0 0 50
trackInstantaneousMetric 11211953937 742 735 735
tracking.c:getClientType 4392071785034184760 0 0 0 0 0 0 0 0
tracking.c:initGetKeysResult 0 0
tracking.c:sdsType 24 0
tracking.c:sdslen 15480972859137949122 0 0 0 0 0 0 0
tracking.c:stringCheckPrefix 3520031 0 0
trackingBroadcastInvalidationMessages 12936710907174951652 3154 3154 0 0 0 0 0 0 0
trackingBuildBroadcastReply 8035913218866213862 0 0 0 0 0 0 0 0 0
trackingGetTotalItems 24 0
trackingGetTotalKeys 11262329944 0 0
trackingGetTotalPrefixes 11262329944 0 0
trackingHandlePendingKeyInvalidations 7545969774294533691 1888593 1888593 0 0 0 0 0
trackingInvalidateKey 14263676879709500958 1176353 1176353 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
trackingInvalidateKeysOnFlush 10904825469044375711 3001 0 0 0 0 0 0
trackingLimitUsedSlots 8406528841183426418 0 0 0 0 0 0 0
trackingRememberKeyToBroadcast 11733862269452862273 0 0 0 0 0 0
trackingRememberKeys 1445035988642454291 0 0 0 0 0 0 0 0 0 0 0 0 0
trimClientQueryBuffer 15941013171664139228 1236422 1 26297 1210125 605860
trimCommandQueue 220422023980554473 625259 0 2000 2000 0 0 0 0
trimDoubleString 13352035789208419116 0 0 0 0
trimReplyUnusedTailSpace 16208598738284233710 34910 528 34432 478 478 478 478 478 478 478 478 478
trimStringObjectIfNeeded 1584286931241872896 199 0 0 199 199 199 0 0 199 0 0
tryCreateRawStringObject 11178443864 0 0
tryCreateStringObject 11045778961 13 13
tryExpandRdbStats 8232629651520965575 0 0 0 0
tryObjectEncoding 24 418058
tryObjectEncodingEx 1301116686386734083 418081 418081 10 417880 10 0 3817 417249 3817 0 3817 414054 414053 199
tryOffloadFreeArgvToIOThreads 18192233454947324266 1632935 1632935 0 0 0 0 0 0 0 0 0
tryOffloadFreeObjToIOThreads 8176031869691333196 308846 308846 0 0 0 0 0
tryReadBulkPayload 15547013974288850634 0 0 0 0 0 0 0 0
tryReadBulkPayloadMetadata 15739192020458383567 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
trySendAcceptToIOThreads 89302703774324318 0 0 0 0 0 0
trySendPollJobToIOThreads 12079633687139041940 3154 3154 0 0 0 0 0
trySendReadToIOThreads 9139993347919719722 625259 625259 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
trySendWriteToIOThreads 5991504839822360618 1271011 1271011 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
ttlCommand 0 5100
ttlGenericCommand 13498937889662359969 5448 415 5004 2 0 29 4
typeCommand 0 524
uintCompare 24 0
ull2string 17450750322776043114 1957171 0 2087097 1186883 0 0
unblockClient 12568303174228468351 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
unblockClientFromModule 45235840853137 0 0 0 0 0
unblockClientOnError 11043906705 0 0 0
unblockClientOnTimeout 2878472456545425 0 0 0 0 0
unblockClientWaitingReplicas 54938 0 0
unblockPostponedClients 10257 0 0
undoConnectWithPrimary 175973905 0 0
unlinkClient 12049829543443803344 10 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 10 10 10 10 10 0 0 0
unlinkCommand 0 171
unmarkClientAsPubSub 42129 0 0
unpauseActions 0 0
unprepareCommand 0 0
unprotectClient 2894621298988113 0 0 0 0
unsubscribeCommand 13711603469072030058 0 0 0 0 0
unwatchAllKeys 14438266973898632528 338769 338046 4143 723 1475 1475 1475 723 11568 2766
unwatchCommand 0 105
updateAppendFsync 175973464 0 0
updateCachedTime 0 3156
updateChildInfo 11980423000203536463 0 0 0 0 0 0 0 0 0
updateClientMemUsageAndBucket 948415876958008093 2881552 2881552 0 0
updateClientMemoryUsage 54938 106 106
updateClusterClientIpV4 24 0
updateClusterClientIpV6 24 0
updateClusterFlags 24 0
updateClusterHostname 24 0
updateClusterHumanNodename 24 0
updateCommandLatencyHistogram 5661225249792516045 1958362 1836374 0 269
updateDictResizePolicy 8800901086934969946 106 0 106 106 0
updateFailoverStatus 12505036490948435879 3165 3165 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
updateIOThreads 1247251842788932535 0 0 0 0 0 0 0 0 0 0 0 0
updateLoadingFileName 0 0
updatePausedActions 3060804670432032533 106 424 0 0
updateReplicasWaitingBgsave 2411989597520596342 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
updateRequirePass 24 0
updateSharedObjectsWithCompat 0 1
updateSlotMigrationJobStatusMessage 42129 0 0
updateStatsOnUnblock 17695331507891144496 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
usage 0 0
ustime 1936601605015859092 0 0 0 0 0
util.c:base_16_char_type 14822886517062463217 0 0 0 0
util.c:check_longlong_async_signal_safe 11806451838653011761 0 0 0
util.c:i2string_async_signal_safe 4868027343460829276 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
util.c:initializeRandomSeed 10290355807754326978 1 1 0 1 1 0 1
util.c:safe_is_c_in_range 44975241397336 0 0 0 0
util.c:sdsType 24 0
util.c:sdslen 15480972859137949122 0 0 0 0 0 0 0
util.c:string2llAVX512 10872890934737992265 5436969 4892 5436025 5432077 3149476 3165079 3149476 3166030 3165079 3149285 20770 18 1644 618443 1658399 1657739 18307 3018 3016 248 174 1040 905 323 116 207 364 218
util.c:string2llScalar 12530854538883079607 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
util.c:string2ll_resolver 702466851928 1 1 1 1 1 1
util.c:stringmatchlen_impl 8126247873894980464 9031 0 9599 9600 9599 1133 901 173 1074 173 692 591 40 0 415 553 480 85 85 1033 0 565 0 0 201 352 267 352 267 123 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 122 228 122 213 9 0 0 0 0 0 0 0 0 0 0 0 85 339 79 79 7651 1331 1239 5987 6399 0 0 0 0 6399 0 0 0 0 165 13 31 13 147 546 147
util.c:u2string_async_signal_safe 918616 0 0
validateClientAttr 38911403282732120 0 0 0 0 0
validateClientName 6663480553441566155 0 0 0 0 0
validateProcTitleTemplate 187543167023522904 0 0 0
validateSlotMigrationCanStartOrReply 4440690138184962600 0 0 0 0 0
valkey-check-aof.c:getClientType 4392071785034184760 0 0 0 0 0 0 0 0
valkey-check-rdb.c:getClientType 4392071785034184760 0 0 0 0 0 0 0 0
valkey-check-rdb.c:rdbIsForeignVersion 6350749 0 0 0
valkey-check-rdb.c:rioGetReadError 1568 0
valkey-check-rdb.c:rioRead 277046001474158249 0 0 0 0 0 0 0 0 0 0
valkey-check-rdb.c:sdsType 24 0
valkey-check-rdb.c:sdslen 15480972859137949122 0 0 0 0 0 0 0
valkey_calloc 174662744 47906 0
valkey_free 175973905 10124602 894349
valkey_malloc 174662744 2085536 0
valkey_malloc_cache_aligned 1946425516510030600 0 0 0 0 0 0
valkey_realloc 702671823960 40649 0 0 0
valkey_strlcat 9427809691219755131 0 0 0 0 0 0 0
valkey_strlcpy 13157338891355304248 103 103 378 0 103 103 0
valkey_strtod 189231276113863768 0 0 0 0
valkey_strtod.c:ffc_add_native 0 0
valkey_strtod.c:ffc_am_to_float 11140206769208279318 2601 0 0 0 2601 2601
valkey_strtod.c:ffc_b10_to_b2 24 2604
valkey_strtod.c:ffc_bigint_add 24 0
valkey_strtod.c:ffc_bigint_bit_length 24 0
valkey_strtod.c:ffc_bigint_compare 9792133042276415121 0 0 0 0 0 0
valkey_strtod.c:ffc_bigint_ctlz 720789124625 0 0
valkey_strtod.c:ffc_bigint_empty 24 0
valkey_strtod.c:ffc_bigint_hi64 13002536526271952406 0 0 0
valkey_strtod.c:ffc_bigint_large_add_from 17792543046429161525 0 0 0 0 0 0 0 0 0
valkey_strtod.c:ffc_bigint_large_mul 17080401939018624597 0 0 0 0
valkey_strtod.c:ffc_bigint_long_mul 9927903436720710382 0 0 0 0 0 0 0 0
valkey_strtod.c:ffc_bigint_make 24 0
valkey_strtod.c:ffc_bigint_mul 24 0
valkey_strtod.c:ffc_bigint_pow10 11178443864 0 0
valkey_strtod.c:ffc_bigint_pow2 24 0
valkey_strtod.c:ffc_bigint_pow5 10675198511550492061 0 0 0 0 0 0 0
valkey_strtod.c:ffc_bigint_scalar_add 100056 0
valkey_strtod.c:ffc_bigint_scalar_mul 24 0
valkey_strtod.c:ffc_bigint_shl 14843204644596314600 0 0 0 0 0
valkey_strtod.c:ffc_bigint_shl_bits 15134093960770830847 0 0 0
valkey_strtod.c:ffc_bigint_shl_limbs 2353424218066270880 0 0 0
valkey_strtod.c:ffc_bigint_small_add 24 0
valkey_strtod.c:ffc_bigint_small_add_from 2397930551340598376 0 0 0 0 0 0
valkey_strtod.c:ffc_bigint_small_mul 10042791331910668035 0 0 0 0
valkey_strtod.c:ffc_char_eq_zero 7720095696041607747 0 0 0 0 0 0
valkey_strtod.c:ffc_char_to_digit 24 0
valkey_strtod.c:ffc_clinger_fast_path_impl 8197062758845951700 398029 397351 397744 397351 398029 397744 397351 395506 397351 395506 278331 278331 117175 6213 6213 6213 0 0 0 0 0 0 0 0 0 0 0 0 0 0
valkey_strtod.c:ffc_compute_error 24 0
valkey_strtod.c:ffc_compute_error_scaled 226285528 0 0 0
valkey_strtod.c:ffc_compute_float 13958428726648350210 2679 0 2679 2679 2679 75 2679 75 2604 2604 142 0 142 142 76 237 76 237 237 237 237 237 237 76 3 2462 3 2462 0 2462 0
valkey_strtod.c:ffc_compute_product_approximation 1453213063470900021 2604 2604 77 77
valkey_strtod.c:ffc_count_leading_zeroes 1549 2604 2604
valkey_strtod.c:ffc_digit_comp 2706126961125164157 0 0 0 0
valkey_strtod.c:ffc_dump_parsed 2967180373103150973 409269 0 0 0 0 0 0 0
valkey_strtod.c:ffc_from_chars 14825454652281577412 409281 0 0 0 0 12 11162 0
valkey_strtod.c:ffc_from_chars_advanced 12550963787462155226 398107 395506 398029 395506 0 0 0 78 78 78 78 78 0 0 0 0 75 2601 2526 297 0 2601 297 2601
valkey_strtod.c:ffc_get_double_bits 24 0
valkey_strtod.c:ffc_get_float_bits 24 0
valkey_strtod.c:ffc_int_kind_is_signed 6354911 0 0 0
valkey_strtod.c:ffc_int_value_max 6797617422282759021 0 0 0 0 0 0 0
valkey_strtod.c:ffc_is_integer 1565 1504877
valkey_strtod.c:ffc_is_made_of_eight_digits_fast 1562 5988
valkey_strtod.c:ffc_is_space 24 0
valkey_strtod.c:ffc_is_truncated 11565832173826232205 0 0 0 0 0 0 0 0 0 0
valkey_strtod.c:ffc_limb_span_index 1752 0
valkey_strtod.c:ffc_loop_parse_if_eight_digits 583569 280085 5984 5988 5984
valkey_strtod.c:ffc_max_digits_u64 24 0
valkey_strtod.c:ffc_min_safe_u64_of_base 24 0
valkey_strtod.c:ffc_mul_u64 24 2681
valkey_strtod.c:ffc_negative_digit_comp 5296719427077998916 0 0 0 0
valkey_strtod.c:ffc_parse_eight_digits 0 0
valkey_strtod.c:ffc_parse_eight_digits_unrolled 24 0
valkey_strtod.c:ffc_parse_eight_digits_unrolled_swar 24 5984
valkey_strtod.c:ffc_parse_infnan 8977305792223816250 11162 0 10665 5711 5711 5214 11078 46 46 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 10987 26 26 26 10987 5437 0
valkey_strtod.c:ffc_parse_int_string 10744599490862327891 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
valkey_strtod.c:ffc_parse_mantissa 15590406787746861487 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
valkey_strtod.c:ffc_parse_number_string 13929110359015178387 409269 17044 397447 392225 397447 5222 397447 397447 1 0 0 10664 10664 10664 890462 1172303 890462 0 0 0 0 0 281841 280085 280085 310548 310795 310548 0 0 0 0 497 1431 396676 1506 398107 1506 75 75 0 0 0 0 0 0 0 0 0 1431 0 0 0 0 0 0 540 1431 540 237 891 237 0 1431 1431 0 3305 3305 3305 3305 540 0 396676 0 154 0 152 306 230 154 76 78 1482 1482 1482 78 0 0 0
valkey_strtod.c:ffc_parse_one_digit 0 0
valkey_strtod.c:ffc_positive_digit_comp 79671799259650008 0 0 0 0 0
valkey_strtod.c:ffc_read8_to_u64 24 11972
valkey_strtod.c:ffc_report_parse_error 24 11162
valkey_strtod.c:ffc_round_double_tie_even_cmp 12917307715833275203 0 0 0 0 0 0 0
valkey_strtod.c:ffc_round_down 12917307715833275203 0 0 0 0 0 0 0
valkey_strtod.c:ffc_round_down_impl 175973585 0 0
valkey_strtod.c:ffc_round_finish 17837376683380027089 0 0 0 0 0 0 0 0
valkey_strtod.c:ffc_round_nearest_tie_even_cmp 188950198657860511 0 0 0 0 0
valkey_strtod.c:ffc_round_nearest_tie_even_truncated 2775114441751061428 0 0 0 0 0 0 0 0 0 0
valkey_strtod.c:ffc_round_tie_even_truncated 12917307715833275203 0 0 0 0 0 0 0
valkey_strtod.c:ffc_round_up_bigint 0 0
valkey_strtod.c:ffc_rounds_to_nearest 1567 397351
valkey_strtod.c:ffc_scientific_exponent 44547983048041560 0 0 0 0
valkey_strtod.c:ffc_skip_zeros 4104839598438619041 0 0 0 0 0 0 0 0 0 0
valkey_strtod.c:ffc_strncasecmp3 16598961453952682736 22110 22110 0 0 22110 0 0 0 0
valkey_strtod.c:ffc_strncasecmp5 4840550434120871858 26 26 0 0 0 0 0
valkey_strtod.c:ffc_sv_create 24 0
valkey_strtod.c:ffc_sv_exists_nonzero_after 682419072078936 0 0 0
valkey_strtod.c:ffc_sv_extend_unchecked 0 0
valkey_strtod.c:ffc_sv_index 1752 0
valkey_strtod.c:ffc_sv_normalize 37341137 0 0 0 0
valkey_strtod.c:ffc_sv_push_unchecked 0 0
valkey_strtod.c:ffc_sv_rindex 1752 0
valkey_strtod.c:ffc_sv_try_extend 718641640977 0 0
valkey_strtod.c:ffc_sv_try_push 716494157329 0 0
valkey_strtod.c:ffc_sv_try_reserve 18242890027883994274 0 0 0 0
valkey_strtod.c:ffc_to_extended 13728585041083246757 0 0 0 0 0 0 0 0 0 0 0 0 0
valkey_strtod.c:ffc_to_extended_halfway 24 0
valkey_strtod.c:ffc_uint64_hi64_1 2072 0
valkey_strtod.c:ffc_uint64_hi64_2 579413113230460433 0 0
valkey_strtod.c:sdsType 24 50
valkey_strtod.c:sdslen 15480972859137949122 50 0 32 17 1 0 0
valkey_strtod_n 189231276113863768 409281 216 75 142463
valkey_strtod_sds 24 50
vector.c:createFirst 3045021427545317104 818679 23578 32487 23578 8909 794815
vector.c:getClientType 4392071785034184760 0 0 0 0 0 0 0 0
vector.c:giveArguments 11211998285 821893 3280 32015
vector.c:hasText 406644443 821893 821893 821893 802265 0
vector.c:isKnown 9000361681094872931 821631 17744 209594 1136
vector.c:isWhole 4343979620279504397 821893 0 0 2975942 0 0 2975942 2975942
vector.c:keepName 45924344964241 12087 248 11705
vector.c:lastWord 24 1636221
vector.c:parseName 58167987349009 821893 821631 821890 821631 802382 821631 802382
vector.c:parseVector 9938348978591841125 821893 821893 2154049 818679 0
vector.c:plainClient 106530463131290 1445786 91475 91475 91475 91475 91475 91475
vector.c:prepareVector 740710006386788311 821893 802382 802382 802382 471 245337 12087 12099 12087 19347 12099
vector.c:queueAsText 715418510424 0 0 0
vector.c:releaseFirst 2877318305227985 32490 32487 32487 32487 32487 32487
vector.c:resetPlain 4653188779776988114 32604 32490 110888 32015 32150 32015
vector.c:runCommand 5836981846548583816 821893 0 787182 0 0 2107 32604 32604 32604 32604 0 34711 34711 0
vector.c:sdsType 24 814352
vector.c:sdslen 15480972859137949122 814352 0 0 12087 802265 0 0
vector.c:slotOfName 175187032 833470 222929
vector.c:take32 24 7595670
vector.c:takeArgument 24 2975942
vectorCleanup 42129 5574 5574
vectorGet 225027800 274375 274375
vectorInit 921709389009 5574 5574 5574
vectorLen 24 285523
vectorPush 11262284888 274375 7504 7504
vectorsRun 16872127414768565706 623893 821893 0 0 821893 776159 0 0 0 0 0 0 611163 12730 12730 12730 12730 45741 12730
verifyCachedClusterSlotsResponse 12428043118891037005 0 0 0 0
verifyCachedCommandInfoResponse 12428043118891037005 0 0 0 0
verifyCachedCommandResponse 12428043118891037005 0 0 0 0
verifyClusterConfigWithData 1227283605626434551 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
verifyClusterNodeId 9121899168905150380 0 0 0 0 0 0 0 0 0
verifyDumpPayload 6949229595943793095 221 73 148 47 0 98
verifyGossipSectionNodeIds 4009773050547792765 0 0 0 0 0
version2num 16626235523566093197 0 0 0 0 0 0 0 0 0
vset.c:bswap64 24 0
vset.c:decodeExpiryKey 24 0
vset.c:defragRaxNode 172590168 0 0
vset.c:encodeExpiryKey 24 0
vset.c:encodeNewExpiryBucketKey 24 0
vset.c:findBucket 7282308608625238287 0 0 0 0 0 0 0 0 0
vset.c:findInsertPosition 456491706439414128 110 223 49 137 186
vset.c:findSplitPosition 3948825847561258447 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
vset.c:freeVsetBucket 16297455769898384599 288 288 0 147 141 0 0 0
vset.c:getClientType 4392071785034184760 0 0 0 0 0 0 0 0
vset.c:get_bucket_ts 11211998296 0 0
vset.c:get_max_bucket_ts 11211998296 0 0
vset.c:hash_pointer 24 0
vset.c:insertToBucket_HASHTABLE 3516056 0 0
vset.c:insertToBucket_NONE 24 308
vset.c:insertToBucket_RAX 6073392439406637494 0 0 0 0 0 0 0 0 0 0 0
vset.c:insertToBucket_SINGLE 11195200600 165 15
vset.c:insertToBucket_VECTOR 8024434262455444623 110 0 0 110
vset.c:iteratorFromOpaque 24 0
vset.c:opaqueFromIterator 24 0
vset.c:pvAlloc 1549 623 458
vset.c:pvLen 1549 2015 1685
vset.c:pvMakeRoomFor 9264203674379938892 605 0 605 361 165 244
vset.c:pvShrinkToFit 9972313666344610573 18 0 0 18 0
vset.c:removeEntryFromRaxBucket 18026364419876170422 0 0 0 0 0 0 0 0 0 0 0 0 0 0
vset.c:removeFromBucket_HASHTABLE 2173648085763187149 0 0 0 0 0
vset.c:removeFromBucket_RAX 58989767894104 0 0 0
vset.c:removeFromBucket_SINGLE 720789124625 20 20
vset.c:removeFromBucket_VECTOR 11127223404390247587 42 24 0 0 11 0 0 0 18 42
vset.c:shrinkRaxBucketIfPossible 12083907911623072280 0 0 0 0 0 0 0 0 0
vset.c:splitBucketIfPossible 17470210293096234383 0 0 0 0 0 0 0 0 0 0
vset.c:vsetBucketDefrag_HASHTABLE 46130268804184 0 0 0
vset.c:vsetBucketDefrag_RAX 6245179678181905751 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
vset.c:vsetBucketDefrag_VECTOR 2696280 0 0
vset.c:vsetBucketFromHashtable 24 0
vset.c:vsetBucketFromNone 24 865
vset.c:vsetBucketFromRawPtr 225028120 293 293
vset.c:vsetBucketFromRax 24 0
vset.c:vsetBucketFromSingle 24 344
vset.c:vsetBucketFromVector 24 293
vset.c:vsetBucketHashtable 225028056 0 0
vset.c:vsetBucketMemUsage_HASHTABLE 24 0
vset.c:vsetBucketMemUsage_NONE 24 0
vset.c:vsetBucketMemUsage_RAX 6276599928227243296 0 0 0 0 0 0 0 0 0
vset.c:vsetBucketMemUsage_SINGLE 24 0
vset.c:vsetBucketMemUsage_VECTOR 3516056 0 0
vset.c:vsetBucketNext_HASHTABLE 6646075145508362754 0 0 0 0
vset.c:vsetBucketNext_NONE 24 0
vset.c:vsetBucketNext_RAX 4330428524510074351 0 0 0
vset.c:vsetBucketNext_SINGLE 8770952737686616 0 0 0
vset.c:vsetBucketNext_VECTOR 1405431482515247826 0 0 0 0
vset.c:vsetBucketRawPtr 24 516
vset.c:vsetBucketRax 225028056 0 0
vset.c:vsetBucketRemoveExpired_HASHTABLE 3913288740486054037 0 0 0 0 0 0 0
vset.c:vsetBucketRemoveExpired_NONE 24 0
vset.c:vsetBucketRemoveExpired_RAX 3483198404322894244 0 0 0 0 0 0 0 0 0 0 0 0 0
vset.c:vsetBucketRemoveExpired_SINGLE 184213426112136280 2 0 2 0 0
vset.c:vsetBucketRemoveExpired_VECTOR 12824962226798109331 1 1 1 1 0 0 0
vset.c:vsetBucketSingle 24 199
vset.c:vsetBucketType 17014454479197119638 8051 8051 656 3776
vset.c:vsetBucketUpdateEntry_HASHTABLE 2952352218064536 0 0 0
vset.c:vsetBucketUpdateEntry_RAX 3041100304221176460 0 0 0 0 0 0 0 0 0 0
vset.c:vsetBucketUpdateEntry_SINGLE 11262329944 12 12
vset.c:vsetBucketUpdateEntry_VECTOR 11262329944 2 0
vset.c:vsetBucketVector 225028056 516 516
vset.c:vsetCompareEntries 100123 0
vset.c:vsetGetExpiryGetter 24 0
vset.c:vsetGetExpiryZero 24 0
vset.c:vsetRemoveEntryWithExpiry 2777494953222216391 62 62 62 0 20 42 0 0 0
vset.c:vsetSetExpiryGetter 3516063 0 0
vset.c:vsetUnsetExpiryGetter 0 0
vsetAddEntry 1569980941834068395 583 583 583 308 165 110 0 0 0 0 0
vsetClear 175973905 308 20
vsetEstimatedEarliestExpiry 1200111036185473144 0 0 0 0 0 0 0 0
vsetInit 0 308
vsetInitIterator 0 0
vsetIsEmpty 225027615 2427 2427
vsetIsValid 902991548890952545 307434 4145 307434 4145 0 328 2082 1735 0 0
vsetMemUsage 9891404757369346262 0 0 0 0 0 0 0 0
vsetNext 16187808359728152248 0 0 0 0 0 0 0 0 0
vsetRelease 0 308
vsetRemoveEntry 24 24
vsetRemoveExpired 16306186936839447840 3 0 0 0 2 1 0 0
vsetResetIterator 46130384204945 0 0 0
vsetScanDefrag 128389432014373464 0 0 0 0 0 0 0
vsetUpdateEntry 12263993519071249320 260 260 11 31 11 27 52 27 52 52 249 52 14 0 12 15 13 0 0 0 197 197 197 197 197 222 25 25 25 25 25 25 25 0
vsnprintf_async_signal_safe 16571894316846697409 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
waitCommand 1218179721544564786 0 0 0 0 0 0 0
waitForClientIO 963971057855158010 0 0 0 0 0 0
waitaofCommand 6057507255592120557 0 0 0 0 0 0 0 0 0 0 0 0 0
wangHash64 24 313938
watchCommand 6497159288447181432 776 19 0 1514
watchForKey 4918866758873560513 1514 723 1 4 39 1475
watchdogScheduleSignal 0 1
whileBlockedCron 10008866692929671404 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
writeAofManifestFile 14236469901207835364 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
writeCommandsDeniedByDiskError 7002867466833580252 2017208 0 0 0 2017208 0 0 0 0
writeCommandsGetDiskErrorMessage 11262309464 0 0
writePointerWithPadding 2749585 0 0
writeToClient 2158957500484942073 34589 0 34589 34589 0
x87 14865149237595281639 0 0 0 0 0 0 0
xackCommand 7681950491453247398 458 197 12 418 185 28 0 53 4 46 0 28 0
xaddCommand 14447900457654401015 102954 113 36 102841 102805 21 73 21 1659 73 2805 1659 134 1 1 1 472 2649 472 472 204 39 64 100893 2177 1284
xautoclaimCommand 7027984109627824430 617 26 27 6 0 0 0 341 165 165 165 165 32 167 223 10 506 213 28 0 23 0 28 0 28 28 0 0 0 0 0 0 0 0 0 28 0
xclaimCommand 1100813848137452645 615 252 8 580 244 27 5 1 0 60 18 32 9 10 3 3 3 0 0 0 0 0 6 6 6 0 4 4 4 2 1 3 0 3 3 18 39 38 0 0 0 0 1 1 1 1 1 0 0 0 0 0 0 0 1 22 0
xdelCommand 7293170617004540785 494 287 218 207 0 408 11 388 7 7 7 7 2 5 7 207 0
xgroupCommand 5779039072994390375 1841 1825 769 479 700 479 267 267 267 290 267 69 0 36 37 75 37 652 25 1280 1704 1280 814 253 397 192 144 302 192 16 16 16 555 555 555 555 208 112 6 258 258 508 18 18 3 0 5 0 39 39 39 9 16 16 16 13 9 9 9 0
xinfoCommand 4506035994859644177 1128 11 684 453 433 131 131 131 106 4 0 0 116 116 116 65 53 0 186
xinfoReplyWithStreamInfo 8301287102979007587 186 79 4 45 4 3 41 0 0 2 100 79 27 6 6 66 37 5 0 0 0 0 0 8 0 0 0 0
xlenCommand 10997278225 296 168 133 128
xorDigest 18129 0 0
xorObjectDigest 16902439561218470479 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
xorStringObjectDigest 0 0
xpendingCommand 5446084439644830674 934 5 607 603 602 602 121 1 1 23 9 86 0 77 0 87 0 59 0 124 10 671 281 50 25 25 0 0 7 7 0 0 0 0 16 0 0 0 0
xrangeCommand 0 5931
xrangeGenericCommand 1777641026393454758 6410 479 479 191 2 127 2 147 6 127 6 297 302 289 289 289 9 8 643 5411 5399 18 5289
xreadCommand 4972316536469531000 1580 3411 0 0 0 0 592 592 592 21 15 1543 1543 1543 77 53 1095 1095 1095 0 165 0 0 0 1017 0 0 1017 1714 28 1027 964 383 63 127 0 52 77 0 28 31 28 0 34 0 9 696 381 51 22 29 29 20 10 35 8 229 172 204 159 204 5 22 32 32 159 159 0 0 0 0 1466 0
xreadGetKeys 12489522875778948053 811 1772 0 326 546 89 804 804 42 804 769 804 804 1148
xrevrangeCommand 0 479
xsetidCommand 10095173751194987804 292 13 159 81 82 81 3 2 75 75 75 3 36 157 82 75 1 68 62 0 1 0 2 3
xtrimCommand 4616318981096789675 451 111 223 125 117 12 5
yesnotoi 4199141774225316937 3 0 3
zaddCommand 0 104202
zcalloc_num 4402044151852407566 538 0 538 538 0
zcalloc_usable 45786786767960 8416 0 0
zcardCommand 10997278225 258 204 58 54
zcountCommand 17037736855980158945 228 12 167 54 49 46 32 14 34 1 3 0 0
zdiffCommand 0 227
zdiffstoreCommand 0 244
zfree_with_size 175973905 320452 0
zincrbyCommand 0 349
zinterCardCommand 0 208
zinterCommand 0 282
zinterstoreCommand 0 368
zipLoadInteger 5094775798899931631 0 0 0 0 0 0 0 0 0 0
zipPrevLenByteDiff 13910632371288 0 0 0
zipSaveInteger 8182129930713920705 0 0 0 0 0 0 0 0 0 0
zipStoreEntryEncoding 12524107911917930812 0 0 0 0 0 0 0 0
zipStorePrevEntryLength 8895566484305579672 0 0 0 0
zipStorePrevEntryLengthLarge 176235608 0 0
zipTryEncoding 16281803693874828294 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
ziplist.c:zipAssertValidEntry 54938 0 0
ziplist.c:zipEncodingLenSize 1669991927923690229 40 0 40 40 40 40 40 40 40 40 0 0 0 40 0 0
ziplist.c:zipEntry 14106271915006254848 60 0 0 60 60 0 60 0 60 60 0 0 0 0 0 0 0 0 0 0 60
ziplist.c:zipEntrySafe 7197057256930767817 60 20 60 20 0 0 20 20 0 20 0 20 20 0 0 0 0 0 0 0 0 0 0 0 0 20 20 0 20 0 20 20 0 40 40 0 40 0 40 40 0 40 0 0 40 40 0 0 40 40 0 40 40 0 0 0 0 0 0 0 0 0 0 0 40 40 0 40 0 40 40
ziplist.c:zipIntSize 10976642751042358567 0 0 0 0 0 0 0 0 0 0
ziplist.c:zipRawEntryLength 24 0
ziplist.c:zipRawEntryLengthSafe 3516056 0 0
ziplist.c:ziplistSaveValue 0 0
ziplistBlobLen 24 0
ziplistCompare 5722203619116124330 0 0 0 0 0
ziplistDelete 24 0
ziplistDeleteRange 99167 0 0
ziplistFind 3553730347912088437 0 0 0 0 0 0 0 0 0 0 0 0 0
ziplistGet 15522697837170451337 60 0 60 60 60 60 60 0
ziplistIndex 12033694260648740474 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
ziplistInsert 24 0
ziplistLen 14060346814030994095 0 0 0 0
ziplistMerge 12366539796385628141 0 0 0 0 0 0 0 0 0 0 0 0 0 0
ziplistNew 24 0
ziplistNext 13679692236883637725 0 0 0
ziplistPairsConvertAndValidateIntegrity 706810029144 15 3 15
ziplistPrev 8431380544775717230 0 0 0 0 0 0 0 0 0
ziplistPush 55256 0 0
ziplistRandomPair 11512200112743999296 0 0 0 0 0
ziplistRandomPairs 8703161649734122101 0 0 0 0 0 0 0 0 0 0 0
ziplistRandomPairsUnique 11976622991957206654 0 0 0 0 0 0 0 0 0 0 0
ziplistReplace 17198773506871568245 0 0 0 0
ziplistRepr 17024920419099931305 0 0 0 0 0 0 0 0 0 0
ziplistResize 225027800 0 0
ziplistSafeToAdd 904565195864 0 0 0
ziplistValidateIntegrity 4012491971894222842 24 0 0 0 0 0 60 0 0 3 60 3 0 0 19 0 0 21 0
zipmap.c:zipmapDecodeLength 11195221080 0 0
zipmap.c:zipmapEncodeLength 8895566484305579672 0 0 0 0
zipmap.c:zipmapGetEncodedLengthSize 99163 0 0
zipmap.c:zipmapRawKeyLength 24 0
zipmap.c:zipmapRawValueLength 24 0
zipmapNext 17844603382433348906 0 0 0 0 0 0
zipmapRewind 24 0
zipmapValidateIntegrity 8542790156753791942 2 0 2 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
zlexcountCommand 17037736855980158945 337 60 251 27 26 25 17 8 34 4 1 0 0
zlibc_free 0 0
zlibc_trim 24 0
zmadvise_dontneed 0 0
zmadvise_dontneed_range 703829190161 0 0 0 0
zmalloc.c:update_zmalloc_stat_alloc 920457031826054802 9665679 1 0
zmalloc.c:update_zmalloc_stat_free 920457031826054802 9661917 0 0
zmalloc.c:zfree_internal 3516064 9550705 9550705
zmalloc.c:zmalloc_default_oom 0 0
zmalloc.c:zmalloc_register_thread_index 0 1
zmalloc.c:ztrycalloc_usable_internal 116382725849411741 58784 0 58697 0 8416
zmalloc.c:ztrymalloc_usable_internal 2068675008456177075 9495683 0 9494730 0 7409583
zmalloc.c:ztryrealloc_usable_internal 17525365444806357467 122850 0 0 0 0 11638 0 0 0 0 82201
zmalloc_get_allocator_info 706810029144 106 0 106
zmalloc_get_memory_size 24 1
zmalloc_get_private_dirty 24 0
zmalloc_get_rss 11178443864 0 0
zmalloc_get_smap_bytes_by_field 1036973180719753555 0 0 0 0 0 0
zmalloc_set_oom_handler 0 0
zmalloc_usable 45786786767960 7397902 0 7064854
zmalloc_used_memory 187578627457659992 1961839 0 1961839
zmpopCommand 0 367
zmpopGenericCommand 3903152311442687568 367 19 5 224 111 176 173 173 173 175 173 42 160 0
zmpopGetKeys 24 204
zmscoreCommand 16559771405824850869 203 4 600 589 94 11
zpopMinMaxCommand 8294090716292784101 346 3 15 171 15 0 0
zpopmaxCommand 0 175
zpopminCommand 0 171
zrandmemberCommand 14734794917530605636 275 253 50 0 203 72 0 72 0 72 72 19 5 3
zrandmemberWithCountCommand 7691435757638609421 203 154 53 49 39 10 10 29 29 4 4 4 1 4 4 0 0 0 0 0 9 0 4 9 0 0 5 12 12 12 24 75 0 30 0 30 5 2 5 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
zrangeCommand 0 16771
zrangeGenericCommand 15693696636643643951 18700 14139 6288 13023 6288 828 832 828 39 806 789 566 6998 566 821 6425 821 5564 5604 5564 16994 11192 149 727 149 16 6226 16 800 1128 810 328 18162 0 11264 47 11240 11217 5891 31 1269 184 6871 11977 11291 2510 580 39 15613 0 10277 5091 5060 5194 142 142 114 18162 1085
zrangebylexCommand 0 238
zrangebyscoreCommand 0 199
zrangestoreCommand 0 853
zrankCommand 0 242
zrankGenericCommand 6327405475472640488 408 3 157 145 145 316 83 77 77 77 0 29 10 5 5 24
zrealloc_usable 184201202616575064 82201 0 0 0 9448
zremCommand 13418826172339195633 539 450 97 89 5 259 17 2 5 87 5 14 2
zremrangeGenericCommand 17130495293803602519 475 139 8 135 131 115 5 221 25 368 74 69 23 9 8 5 14 11 9 7 49 49 0 8 17 24 11 6 6 0 1 4 1 0 20 11 437 196
zremrangebylexCommand 0 221
zremrangebyrankCommand 0 139
zremrangebyscoreCommand 0 115
zrevrangeCommand 0 226
zrevrangebylexCommand 0 247
zrevrangebyscoreCommand 0 166
zrevrankCommand 0 166
zscanCommand 11710964335879735797 255 23 174 59 58
zscoreCommand 18101198708531252383 5289 218 5079 5071 67
zsetAdd 1007509531848730239 115585 0 11205 685 2 5 0 5 681 4 2 5 3 678 290 10467 5 10462 10462 10463 10462 10462 104385 100056 0 1 0 3 100056 0 0 3 3 100053 2030 2022 4322 4322 4322
zsetConvert 0 203
zsetConvertAndExpand 7046891762954623064 234 1 44 0 43 43 631 33 631 189 0 583
zsetConvertToListpackIfNeeded 8500138399367787974 188 0 181 181 181 188 181
zsetDel 4111703625539796173 486 444 218 42 26
zsetDup 2478319153829443788 3 3 3 0 0
zsetFreeLexRange 11171531687557491483 1827 1548 1686 1548 1551 1695 1551
zsetHashtableGetKey 24 112882
zsetInitLexRange 7427064533836517061 0 0 0 0 0 0 0 0 0 0
zsetInitScoreRange 12686889198166354093 0 0 0 0 0 0 0 0 0
zsetLength 15466002353024364336 11446 6165 5281
zsetParseLexRange 17470176023911123183 1827 0 1827 1827 269 1693 1558
zsetReplyFromListpackEntry 2696401 3 3
zsetScore 18014689792874449089 5875 0 5875 5875 5840 768 35 33
zsetSdsFromListpackEntry 1549 0 0
zsetTypeCreate 44974167655512 3544 3442 3544 3442
zsetTypeMaybeConvert 44976082896017 101194 26 1105 1105 1079
zslCreate 24 1715
zslFree 145 1526 1423
zslGetAllocSize 24 1715
zslGetElementByRank 24 4
zslGetHeader 24 28157
zslGetHeight 24 115015
zslGetLength 24 8224
zslGetNodeElement 24 622495
zslGetTail 24 85
zslInsert 24 5420
zslIsInRange 9319290794766543202 43 7 36 1 1 1 4 36 32 12 32 20
zslLexValueGteMin 6346526 290 173
zslLexValueLteMax 6346461 356 228
zslNthInLexRange 9154871515602884272 4 3 6 7 6 1 0 0 0 0 0 1 1 1 1 1 0 0 0 0 0 0 0 0 0 0
zslNthInRange 11034553854353251128 43 23 14 21 14 19 32 3 28 3 0 19 19 7 19 7 0 3 2 2 2 0 1 0 0 1 0 0
zslSetTail 0 1373
zslValueGteMin 6346526 13395 117
zslValueLteMax 6346461 263224 2908
zstrdup 24 3221
ztrycalloc 24 1924
ztrycalloc_usable 2696280 0 0
ztrymalloc 24 564
ztrymalloc_usable 2696280 11681 43
ztryrealloc 24 0
ztryrealloc_usable 2696280 82201 82201
zunionCommand 0 281
zunionInterDiffGetKeys 24 532
zunionInterDiffStoreGetKeys 24 547
zunionstoreCommand 0 382
zzlDeleteRangeByRank 2696280 8 8
zzlFirstInLexRange 8289692620775907630 140 84 127 56 52 71
zzlFirstInRange 17528774007734756451 6541 763 6752 6752 5778 5447
zzlGetScore 3775345145230424 566703 566703 266811
zzlIsInLexRange 14090658919820893268 188 101 98 12 4 1 0 2 85 11
zzlIsInRange 14090658919820893268 6590 112 6483 7 2 2 0 228 6250 457
zzlLastInLexRange 6581419531696917738 48 30 44 18 16 26 26
zzlLastInRange 4376481008865406487 49 34 24 24 15 15 9 9
zzlLexValueGteMin 24 278
zzlLexValueLteMax 24 352
zzlNext 15315791838880524800 502332 502332 502332 502332 491790 491790
zzlPrev 15315791838880524800 1109 1109 1109 1109 769 769
zzlValidateScores 6604219467988805355 9 14 0 0
