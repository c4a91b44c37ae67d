-- A database as the release left it which also kept copies of answers for a phone, updated from the first one.
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL,
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0004');
CREATE TABLE conversations (
	id VARCHAR(32) NOT NULL,
	city VARCHAR(32),
	message_count INTEGER NOT NULL,
	started_at DATETIME NOT NULL,
	last_at DATETIME NOT NULL,
	PRIMARY KEY (id)
);
INSERT INTO "conversations" VALUES('f2dce027f0587243e71e64ef9f5376dd','toride',2,'2025-06-02 08:58:00.694959','2025-06-02 08:59:00.776231');
INSERT INTO "conversations" VALUES('84f24ec3bf59ee9fb4b590837e466c5c','toride',3,'2025-06-02 09:00:41.000137','2025-06-02 09:03:25.000685');
INSERT INTO "conversations" VALUES('0cef38e35c95634d24f0e2dfa3315be7',NULL,1,'2025-06-02 09:04:06.000822','2025-06-02 09:04:06.000822');
INSERT INTO "conversations" VALUES('99b3fb6f78f9c09960d2211d57979dda','otawara',1,'2025-06-02 09:04:47.000959','2025-06-02 09:04:47.000959');
CREATE TABLE feedback (
	message_id VARCHAR(32) NOT NULL,
	helpful BOOLEAN NOT NULL,
	reason VARCHAR(32),
	comment TEXT NOT NULL,
	given_at DATETIME NOT NULL,
	PRIMARY KEY (message_id),
	FOREIGN KEY(message_id) REFERENCES messages (id) ON DELETE CASCADE
);
INSERT INTO "feedback" VALUES('f2a123e346ebf88fb53c3a0edb60d197',1,NULL,'','2025-06-02 09:06:09.001233');
INSERT INTO "feedback" VALUES('26160926a0eb02d6c6f6c2c2bd55dd90',0,'not_answered','答えになっていません','2025-06-02 09:07:31.001507');
CREATE TABLE messages (
	id VARCHAR(32) NOT NULL,
	conversation_id VARCHAR(32) NOT NULL,
	number INTEGER NOT NULL,
	asked_at DATETIME NOT NULL,
	question TEXT NOT NULL,
	meaning TEXT NOT NULL,
	reason VARCHAR(64) NOT NULL,
	city VARCHAR(32),
	record_ids JSON NOT NULL,
	choices JSON NOT NULL, channel VARCHAR(16), answer TEXT, core TEXT, note TEXT, lang VARCHAR(16), generator VARCHAR(16), confidence DOUBLE, index_version VARCHAR(64), citations JSON,
	PRIMARY KEY (id),
	FOREIGN KEY(conversation_id) REFERENCES conversations (id) ON DELETE CASCADE
);
INSERT INTO "messages" VALUES('8380bc61dd2cb89672b1e246be08ea3b','f2dce027f0587243e71e64ef9f5376dd',1,'2025-06-02 08:58:00.694959','いじめ防止アプリの担当課は？','いじめ防止アプリの担当課は？','answered.record','toride','[]','[{"label": "\u76ee\u7684", "question": "\u305d\u306e\u76ee\u7684\u306f\uff1f", "city": "toride"}]',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "messages" VALUES('f2df81f4c3b8c3a2e78e8fb1e2bb73c6','f2dce027f0587243e71e64ef9f5376dd',2,'2025-06-02 08:59:00.776231','','','refused.personal_data',NULL,'[]','[]',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "messages" VALUES('f2a123e346ebf88fb53c3a0edb60d197','84f24ec3bf59ee9fb4b590837e466c5c',1,'2025-06-02 09:00:41.000137','コンビニ交付はいつから','コンビニ交付はいつから','answered.faq','toride','["toride-4/faq/0291", "toride-4/timeline/2016-3"]','[{"label": "コンビニ収納の拡充と利用拡大のスケジュールは、どうなっていますか。", "question": "コンビニ収納の拡充と利用拡大のスケジュールは、どうなっていますか。", "city": "toride"}, {"label": "学校図書館と市立図書館の連携システムは、いつから運用されていますか。", "question": "学校図書館と市立図書館の連携システムは、いつから運用されていますか。", "city": "toride"}, {"label": "戸籍システムの運用開始はいつですか。", "question": "戸籍システムの運用開始はいつですか。", "city": "toride"}]','web','諸証明のコンビニ交付は平成28年度（2016年度）に開始しました。','諸証明のコンビニ交付は平成28年度（2016年度）に開始しました。','','ja','composed',9.76471085499707736055e-01,'833886252158','[{"n": 1, "plan_id": "toride-4", "plan_title": "第四次取手市情報化計画", "city": "toride", "section": "第2章 情報化を取り巻く状況 > 3 取手市の情報化の現状と課題 > (1) 市のこれまでの情報化への取組み > ① 施策等の経過 > 年度別の主な取組み", "page": 22, "quote": "・いきいきネットリニューアル（ＡＳＰ） ・ツイッター導入 平成 25 年度 ・「第三次取手市地域情報化計画」策定 平成 26 年度 ・本庁情報系ＬＡＮ無線化 ・電子申請・届出システムリニューアル 平成 27 年度 ・情報系サーバ更改 ・市ホームページリニューアル ・バスロケーションシステム導入 平成 28 年度 ・教育系ネットワークを既存ネットワークより分離 ・ネットワーク強靱化対応，個人番号系・ＬＧＷＡＮ接続系・インターネット接続 系に分離 ・諸証明のコンビニ交付開始 平成 29 年度 ・マイナンバー情報連携 ・マイナポータル，子育てワンストップサービス運用開始", "span": {"start": 14753, "end": 15051}, "passage_id": "toride-4/faq/0291"}, {"n": 2, "plan_id": "toride-4", "plan_title": "第四次取手市情報化計画", "city": "toride", "section": "第3章 情報化推進施策の展開 > 4 個別施策の具体的方向 > （目標1）便利でわかりやすい電子行政サービスの推進 > 1-4 公金納付方法の多様化への対応 > 1-4-2 コンビニ収納の拡充と利用拡大", "page": 41, "quote": "■１－４－２ コンビニ収納の拡充と 利用拡大 運用 ⇒ ⇒ ⇒ ⇒ 納税課", "span": {"start": 31687, "end": 31727}, "passage_id": "toride-4/faq/0532"}, {"n": 3, "plan_id": "toride-4", "plan_title": "第四次取手市情報化計画", "city": "toride", "section": "第3章 情報化推進施策の展開 > 3 基本施策の考え方 > (1) 総合計画と情報化施策との関連", "page": 30, "quote": "登録団体の意見を聞きながらサイトのあり方につい て検討し，登録団体及び閲覧者の増加を図るとともに 登録団体へのサポート体制やサイト運営の強化を図り ます。 戦略２ 健全な行政運営の推進 重点施策１ 行政運営の効率化 重点事業【コンビニ諸証明書交付事業】 ※マイナンバーカード活用検討 ※セキュリティ，ネットワーク強靱化 ⇒個人情報の適正な管理を行うとともに，住民の利便 性向上と窓口の効率化を目指し，システムの構築と費 用対効果の検証を進めます。", "span": {"start": 21608, "end": 21842}, "passage_id": "toride-4/paragraph/第3章3(1)-抜粋-13"}, {"n": 4, "plan_id": "toride-4", "plan_title": "第四次取手市情報化計画", "city": "toride", "section": "第3章 情報化推進施策の展開 > 4 個別施策の具体的方向 > （目標2）ICTを活用した暮らしやすい社会の推進 > 2-1 健康、福祉、教育、防犯・防災、産業振興分野でのICT・IoTの活用 > 2-1-6 学校図書館のネットワーク事業", "page": 44, "quote": "■２－１－６ 学校図書館のネットワーク事業 新規 市立図書館を中心とする蔵書を児童・生徒が学校図書館で借りることができる学校図書 館と市立図書館連携システム（サービス名「ほんくる」）を平成２９年度から整備・運用し ています。社会・経済環境の大きな変化により，子どもたちが多様な本と出会える機会が 限定される傾向にある中，市では学校図書館を子どもたちの本との出会いを担保するセー フティネットと位置付け，本連携システムを通じて，子どもたちが本と出会える機会格差 の解消を図ります。", "span": {"start": 33561, "end": 33806}, "passage_id": "toride-4/faq/0588"}, {"n": 5, "plan_id": "toride-4", "plan_title": "第四次取手市情報化計画", "city": "toride", "section": "第2章 情報化を取り巻く状況 > 3 取手市の情報化の現状と課題 > (1) 市のこれまでの情報化への取組み > ① 施策等の経過 > 年度別の主な取組み", "page": 21, "quote": "平成 12 年度 ・情報公開条例，個人情報保護条例施行 平成 13 年度 ・「取手市ＩＴ推進計画」策定 ・市民を対象としたＩＴ講習会の実施 ・ＩＴワーキングチーム発足 平成 14 年度 ・住民基本台帳ネットワークシステムの基本部分稼動 ・戸籍システム運用開始 ・庁内情報システム（イントラネット）運用開始 平成 15 年度 ・「第一次取手市地域情報化計画」策定 ・地域公共ネットワーク構築 （公民館，小中学校，保育所等 43 カ所を光ファイバーケーブルで接続） ・住民基本台帳ネットワークシステム本格稼動 （住民票の広域交付，住基カードの交付等が開始） ・総合行政ネットワーク（ＬＧＷＡＮ）運用開始", "span": {"start": 13981, "end": 14292}, "passage_id": "toride-4/faq/0244"}]');
INSERT INTO "messages" VALUES('0a920360eadb03b6502954892efbe3e8','84f24ec3bf59ee9fb4b590837e466c5c',2,'2025-06-02 09:02:03.000411','それはどの課','コンビニ交付はどの課','answered.faq','toride','["toride-4/faq/0533", "toride-4/schedule/1-4-2"]','[{"label": "産業振興のICT活用は、どの課の担当ですか。", "question": "産業振興のICT活用は、どの課の担当ですか。", "city": "toride"}, {"label": "各課所管のストレージ設置場所の整備は，どの課の担当ですか。", "question": "各課所管のストレージ設置場所の整備は，どの課の担当ですか。", "city": "toride"}, {"label": "給食費徴収システムの導入は，どの課が検討していますか。", "question": "給食費徴収システムの導入は，どの課が検討していますか。", "city": "toride"}]','web','「コンビニ収納の拡充と利用拡大」の担当課は、納税課です。
この計画の期間（平成30年度（2018年度）から平成34年度（令和4年度・2022年度）まで）は終わっています。新しい計画として「第五次取手市情報化計画」があります。','「コンビニ収納の拡充と利用拡大」の担当課は、納税課です。','この計画の期間（平成30年度（2018年度）から平成34年度（令和4年度・2022年度）まで）は終わっています。新しい計画として「第五次取手市情報化計画」があります。','ja','composed',8.88585421541693842861e-01,'833886252158','[{"n": 1, "plan_id": "toride-4", "plan_title": "第四次取手市情報化計画", "city": "toride", "section": "第3章 情報化推進施策の展開 > 4 個別施策の具体的方向 > （目標1）便利でわかりやすい電子行政サービスの推進 > 1-4 公金納付方法の多様化への対応 > 1-4-2 コンビニ収納の拡充と利用拡大", "page": 41, "quote": "■１－４－２ コンビニ収納の拡充と 利用拡大 運用 ⇒ ⇒ ⇒ ⇒ 納税課", "span": {"start": 31687, "end": 31727}, "passage_id": "toride-4/faq/0533"}, {"n": 2, "plan_id": "toride-4", "plan_title": "第四次取手市情報化計画", "city": "toride", "section": "第3章 情報化推進施策の展開 > 4 個別施策の具体的方向 > （目標2）ICTを活用した暮らしやすい社会の推進 > 2-1 健康、福祉、教育、防犯・防災、産業振興分野でのICT・IoTの活用 > 2-1-5 産業振興のICT活用", "page": 44, "quote": "■２－１－５ 産業振興のＩＣＴ活用 運用 ⇒ ⇒ ⇒ ⇒ 産業振興課", "span": {"start": 34535, "end": 34570}, "passage_id": "toride-4/faq/0584"}, {"n": 3, "plan_id": "toride-4", "plan_title": "第四次取手市情報化計画", "city": "toride", "section": "第3章 情報化推進施策の展開 > 4 個別施策の具体的方向 > （目標4）信頼度の高い安全で安心な情報化の推進 > 4-1 情報セキュリティレベルの向上 > 4-1-2 各課所管のストレージ設置場所の整備", "page": 52, "quote": "■４－１－２ 各課所管のストレージ 設置場所の整備 調査・研究 構築 ⇒ 運用 ⇒ 情報管理課", "span": {"start": 41441, "end": 41491}, "passage_id": "toride-4/faq/0746"}, {"n": 4, "plan_id": "toride-4", "plan_title": "第四次取手市情報化計画", "city": "toride", "section": "第3章 情報化推進施策の展開 > 4 個別施策の具体的方向 > （目標3）ICTを活用した効果的・効率的な市政の推進 > 3-1 行政事務の効率化 > 3-1-3 給食費徴収システムの導入の検討", "page": 49, "quote": "■３－１－３ 給食費徴収システムの 導入の検討 調査・研究 検討 構築 運用 運用 ⇒ 学務給食課", "span": {"start": 38671, "end": 38724}, "passage_id": "toride-4/faq/0695"}, {"n": 5, "plan_id": "toride-4", "plan_title": "第四次取手市情報化計画", "city": "toride", "section": "第3章 情報化推進施策の展開 > 4 個別施策の具体的方向 > （目標2）ICTを活用した暮らしやすい社会の推進 > 2-1 健康、福祉、教育、防犯・防災、産業振興分野でのICT・IoTの活用 > 2-1-2 児童生徒の安全対策事業", "page": 44, "quote": "■２－１－２ 児童生徒の安全対策事 業 構築 運用 運用 ⇒ ⇒ ⇒ 学務給食課", "span": {"start": 34381, "end": 34425}, "passage_id": "toride-4/faq/0570"}]');
INSERT INTO "messages" VALUES('bc61e25ec4dcbf257a9d402d356e2812','84f24ec3bf59ee9fb4b590837e466c5c',3,'2025-06-02 09:03:25.000685','','','refused.personal_data','toride','[]','[]','web','個人情報（電話番号・口座番号・マイナンバーなど）が含まれているようですので、受け付けませんでした。入力された内容は保存していません。
個人情報を除いて、もう一度入力してください。','','','ja','composed',1.0,'833886252158','[]');
INSERT INTO "messages" VALUES('334ff30ba96d0fdea32c3f23a8675cc0','0cef38e35c95634d24f0e2dfa3315be7',1,'2025-06-02 09:04:06.000822','計画の期間はいつまでですか','計画の期間はいつまでですか','clarify.city',NULL,'[]','[{"label": "取手市", "question": "計画の期間はいつまでですか", "city": "toride"}, {"label": "大田原市", "question": "計画の期間はいつまでですか", "city": "otawara"}, {"label": "常総市", "question": "計画の期間はいつまでですか", "city": "joso"}, {"label": "小山市", "question": "計画の期間はいつまでですか", "city": "oyama"}]','kiosk','どの市のことでしょうか。市によって答えが変わりますので、市を選んでください。','','','ja','composed',8.76171435197862558119e-01,'833886252158','[]');
INSERT INTO "messages" VALUES('26160926a0eb02d6c6f6c2c2bd55dd90','99b3fb6f78f9c09960d2211d57979dda',1,'2025-06-02 09:04:47.000959','市長の好きな食べ物は','市長の好きな食べ物は','not_found.not_in_plan','otawara','[]','[]','api','申し訳ありません。大田原市の情報化計画には、お尋ねのことは書かれていません。近い記載としては「第6条（報告）」についてのものがあります（下の出典をご覧ください）。
大田原市役所の担当課へお尋ねください。','','','ja','composed',9.15069266096403599597e-01,'833886252158','[{"n": 1, "plan_id": "otawara-1", "plan_title": "大田原市地域ＩＣＴ総合推進計画", "city": "otawara", "section": "第5章 資料編 > 1. 大田原市情報化推進委員会設置要領 > 第6条（報告）", "page": 55, "quote": "（報告） 第６条 委員長は、会議の経過及び結果を速やかに市長に報告するものとする。", "span": {"start": 36989, "end": 37031}, "passage_id": "otawara-1/article/第6条"}]');
CREATE TABLE take_tokens (
	token_hash VARCHAR(64) NOT NULL,
	told_at DATETIME NOT NULL,
	expires_at DATETIME NOT NULL,
	reason VARCHAR(64) NOT NULL,
	city VARCHAR(32),
	answer TEXT NOT NULL,
	core TEXT NOT NULL,
	note TEXT NOT NULL,
	lang VARCHAR(16) NOT NULL,
	generator VARCHAR(16) NOT NULL,
	confidence DOUBLE NOT NULL,
	index_version VARCHAR(64) NOT NULL,
	citations JSON NOT NULL,
	PRIMARY KEY (token_hash)
);
INSERT INTO "take_tokens" VALUES('1b2b4021da46521e365f0a6815616f34176132aee55ed547f5064f21f3388754','2025-06-02 09:00:41.000137','2025-06-02 09:38:53.001781','answered.faq','toride','諸証明のコンビニ交付は平成28年度（2016年度）に開始しました。','諸証明のコンビニ交付は平成28年度（2016年度）に開始しました。','','ja','composed',9.76471085499707736055e-01,'833886252158','[{"n": 1, "plan_id": "toride-4", "plan_title": "第四次取手市情報化計画", "city": "toride", "section": "第2章 情報化を取り巻く状況 > 3 取手市の情報化の現状と課題 > (1) 市のこれまでの情報化への取組み > ① 施策等の経過 > 年度別の主な取組み", "page": 22, "quote": "・いきいきネットリニューアル（ＡＳＰ） ・ツイッター導入 平成 25 年度 ・「第三次取手市地域情報化計画」策定 平成 26 年度 ・本庁情報系ＬＡＮ無線化 ・電子申請・届出システムリニューアル 平成 27 年度 ・情報系サーバ更改 ・市ホームページリニューアル ・バスロケーションシステム導入 平成 28 年度 ・教育系ネットワークを既存ネットワークより分離 ・ネットワーク強靱化対応，個人番号系・ＬＧＷＡＮ接続系・インターネット接続 系に分離 ・諸証明のコンビニ交付開始 平成 29 年度 ・マイナンバー情報連携 ・マイナポータル，子育てワンストップサービス運用開始", "span": {"start": 14753, "end": 15051}, "passage_id": "toride-4/faq/0291"}, {"n": 2, "plan_id": "toride-4", "plan_title": "第四次取手市情報化計画", "city": "toride", "section": "第3章 情報化推進施策の展開 > 4 個別施策の具体的方向 > （目標1）便利でわかりやすい電子行政サービスの推進 > 1-4 公金納付方法の多様化への対応 > 1-4-2 コンビニ収納の拡充と利用拡大", "page": 41, "quote": "■１－４－２ コンビニ収納の拡充と 利用拡大 運用 ⇒ ⇒ ⇒ ⇒ 納税課", "span": {"start": 31687, "end": 31727}, "passage_id": "toride-4/faq/0532"}, {"n": 3, "plan_id": "toride-4", "plan_title": "第四次取手市情報化計画", "city": "toride", "section": "第3章 情報化推進施策の展開 > 3 基本施策の考え方 > (1) 総合計画と情報化施策との関連", "page": 30, "quote": "登録団体の意見を聞きながらサイトのあり方につい て検討し，登録団体及び閲覧者の増加を図るとともに 登録団体へのサポート体制やサイト運営の強化を図り ます。 戦略２ 健全な行政運営の推進 重点施策１ 行政運営の効率化 重点事業【コンビニ諸証明書交付事業】 ※マイナンバーカード活用検討 ※セキュリティ，ネットワーク強靱化 ⇒個人情報の適正な管理を行うとともに，住民の利便 性向上と窓口の効率化を目指し，システムの構築と費 用対効果の検証を進めます。", "span": {"start": 21608, "end": 21842}, "passage_id": "toride-4/paragraph/第3章3(1)-抜粋-13"}, {"n": 4, "plan_id": "toride-4", "plan_title": "第四次取手市情報化計画", "city": "toride", "section": "第3章 情報化推進施策の展開 > 4 個別施策の具体的方向 > （目標2）ICTを活用した暮らしやすい社会の推進 > 2-1 健康、福祉、教育、防犯・防災、産業振興分野でのICT・IoTの活用 > 2-1-6 学校図書館のネットワーク事業", "page": 44, "quote": "■２－１－６ 学校図書館のネットワーク事業 新規 市立図書館を中心とする蔵書を児童・生徒が学校図書館で借りることができる学校図書 館と市立図書館連携システム（サービス名「ほんくる」）を平成２９年度から整備・運用し ています。社会・経済環境の大きな変化により，子どもたちが多様な本と出会える機会が 限定される傾向にある中，市では学校図書館を子どもたちの本との出会いを担保するセー フティネットと位置付け，本連携システムを通じて，子どもたちが本と出会える機会格差 の解消を図ります。", "span": {"start": 33561, "end": 33806}, "passage_id": "toride-4/faq/0588"}, {"n": 5, "plan_id": "toride-4", "plan_title": "第四次取手市情報化計画", "city": "toride", "section": "第2章 情報化を取り巻く状況 > 3 取手市の情報化の現状と課題 > (1) 市のこれまでの情報化への取組み > ① 施策等の経過 > 年度別の主な取組み", "page": 21, "quote": "平成 12 年度 ・情報公開条例，個人情報保護条例施行 平成 13 年度 ・「取手市ＩＴ推進計画」策定 ・市民を対象としたＩＴ講習会の実施 ・ＩＴワーキングチーム発足 平成 14 年度 ・住民基本台帳ネットワークシステムの基本部分稼動 ・戸籍システム運用開始 ・庁内情報システム（イントラネット）運用開始 平成 15 年度 ・「第一次取手市地域情報化計画」策定 ・地域公共ネットワーク構築 （公民館，小中学校，保育所等 43 カ所を光ファイバーケーブルで接続） ・住民基本台帳ネットワークシステム本格稼動 （住民票の広域交付，住基カードの交付等が開始） ・総合行政ネットワーク（ＬＧＷＡＮ）運用開始", "span": {"start": 13981, "end": 14292}, "passage_id": "toride-4/faq/0244"}]');
CREATE INDEX ix_conversations_last_at ON conversations (last_at);
CREATE UNIQUE INDEX ix_messages_conversation_number ON messages (conversation_id, number);
CREATE INDEX ix_take_tokens_expires_at ON take_tokens (expires_at);
